import { strongPassword } from '../../src/perform/account.ts'
import { scenario } from '../../src/perform/scenario.ts'
import type { Stage } from '../../src/perform/stage.ts'
import { get, put } from '../../src/target/client/request.ts'
import { wrongPassword } from '../shared/designated.ts'
import { changePassword, create, logIn } from '../shared/password-requests.ts'
import { weakPasswords } from '../shared/weak-passwords.ts'

const path = '/V1/customers/me/password'

const incomplete = ['no fields', 'no new password', 'no current password'] as const

async function askIncompletely(
  { ask }: Stage<(typeof incomplete)[number]>,
  token: string,
  currentPassword: string,
  newPassword: string,
) {
  await ask('no fields', put(path, {}, { token }))
  await ask('no new password', put(path, { currentPassword }, { token }))
  await ask('no current password', put(path, { newPassword }, { token }))
}

export const changeOfPassword = scenario(
  'change-password',
  {
    chapter: 'Change the password',
    asks: 'a customer changes the password, wrongly and rightly',
    records: [
      'create',
      'token',
      'guest',
      ...incomplete,
      'wrong current password',
      'wrong current and weak new password',
      'token after the refusals',
      'password after the refusals',
      'password of a refusal',
      'change',
      'old password',
      'new password',
      'token from before',
      'too short',
      'too few classes',
      'blank at the end',
      'too long',
      'e-mail as password',
      'password after the weak ones',
      'the same again',
    ],
  },
  async (stage) => {
    const { ask, register, login, account, secret, nextSecond } = stage
    const customer = account()
    const { email, password: old } = customer
    const weak = weakPasswords(stage)
    const password = secret(strongPassword())
    const wrong = secret(`${old}x`)
    await register('create', email, create(customer))
    const token = await login('token', customer)
    await ask('guest', put(path, { currentPassword: old, newPassword: password }))
    await askIncompletely(stage, token, old, password)
    await ask('wrong current password', changePassword(token, wrong, password))
    await ask('wrong current and weak new password', changePassword(token, wrong, weak.tooShort))
    await ask('token after the refusals', get('/V1/customers/me', { token }))
    await ask('password after the refusals', logIn(customer))
    await ask('password of a refusal', logIn({ email, password }))
    await ask('change', changePassword(token, old, password))
    await ask('old password', logIn(customer))
    // A shop that ended the tokens now would end those of this very second too.
    await nextSecond()
    const fresh = await login('new password', { email, password })
    await ask('token from before', get('/V1/customers/me', { token }))
    const toWeak = (weakPassword: string) => changePassword(fresh, password, weakPassword)
    await ask('too short', toWeak(weak.tooShort))
    await ask('too few classes', toWeak(weak.tooFewClasses))
    await ask('blank at the end', toWeak(weak.blankAtTheEnd))
    await ask('too long', toWeak(weak.tooLong))
    await ask('e-mail as password', toWeak(email))
    await ask('password after the weak ones', logIn({ email, password }))
    await ask('the same again', changePassword(fresh, password, password))
  },
  async (stage) => {
    const { ask, login, customer, secret } = stage
    const password = secret(strongPassword())
    await ask('guest', put(path, { currentPassword: customer().password, newPassword: password }))
    const token = await login('token', customer())
    await askIncompletely(stage, token, customer().password, password)
    await ask('wrong current password', changePassword(token, wrongPassword, password))
  },
)
