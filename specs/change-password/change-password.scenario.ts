import { strongPassword } from '../../src/perform/account.ts'
import { inTurn, scenario } from '../../src/perform/scenario.ts'
import type { Stage } from '../../src/perform/stage.ts'
import { get, put } from '../../src/target/client/request.ts'
import { wrongPassword } from '../shared/designated.ts'
import { changePassword, create, logIn } from '../shared/password-requests.ts'
import { realPassword } from '../shared/real-data.ts'
import { weakPasswords } from '../shared/weak-passwords.ts'

const path = '/V1/customers/me/password'

async function* askIncompletely({ ask }: Stage, token: string, currentPassword: string, newPassword: string) {
  yield* ask('no fields', put(path, {}, { token }))
  yield* ask('no new password', put(path, { currentPassword }, { token }))
  yield* ask('no current password', put(path, { newPassword }, { token }))
}

export const changeOfPassword = scenario(
  'change-password',
  {
    chapter: 'Change the password',
    asks: 'a customer changes the password, with wrong and with right values',
    rests: [
      ...inTurn(
        'refused',
        [
          'guest',
          'no new password',
          'no current password',
          'wrong current password',
          'wrong current and weak new password',
        ],
        ['token after the refusals', 'password after the refusals', 'password of a refusal', 'change'],
      ),
      {
        rest: [
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
        on: ['change'],
        was: 'accepted',
      },
      ...inTurn(
        'refused',
        ['too short', 'too few classes', 'blank at the end', 'too long', 'e-mail as password'],
        ['password after the weak ones', 'the same again'],
      ),
    ],
  },
  async function* (stage) {
    const { ask, register, login, account, secret, nextSecond } = stage
    const customer = account()
    const { email, password: old } = customer
    const weak = weakPasswords(stage)
    const password = secret(strongPassword())
    const wrong = secret(`${old}x`)
    yield* register('create', email, create(customer))
    const token = yield* login('token', customer)
    yield* ask('guest', put(path, { currentPassword: old, newPassword: password }))
    yield* askIncompletely(stage, token, old, password)
    yield* ask('wrong current password', changePassword(token, wrong, password))
    yield* ask('wrong current and weak new password', changePassword(token, wrong, weak.tooShort))
    yield* ask('token after the refusals', get('/V1/customers/me', { token }))
    yield* ask('password after the refusals', logIn(customer))
    yield* ask('password of a refusal', logIn({ email, password }))
    yield* ask('change', changePassword(token, old, password))
    yield* ask('old password', logIn(customer))
    // A shop that revokes the tokens now would also revoke those issued in this second.
    await nextSecond()
    const fresh = yield* login('new password', { email, password })
    yield* ask('token from before', get('/V1/customers/me', { token }))
    const toWeak = (weakPassword: string) => changePassword(fresh, password, weakPassword)
    yield* ask('too short', toWeak(weak.tooShort))
    yield* ask('too few classes', toWeak(weak.tooFewClasses))
    yield* ask('blank at the end', toWeak(weak.blankAtTheEnd))
    yield* ask('too long', toWeak(weak.tooLong))
    yield* ask('e-mail as password', toWeak(email))
    yield* ask('password after the weak ones', logIn({ email, password }))
    yield* ask('the same again', changePassword(fresh, password, password))
    const real = secret(realPassword())
    yield* ask('to one with signs', changePassword(fresh, password, real))
    yield* ask('login with signs', logIn({ email, password: real }))
    // Last, as it is the fifth failure of this account, after which a shop may lock it.
    yield* ask('empty current password', changePassword(fresh, '', password))
  },
  async function* (stage) {
    const { ask, login, customer, secret } = stage
    const password = secret(strongPassword())
    yield* ask('guest', put(path, { currentPassword: customer().password, newPassword: password }))
    const token = yield* login('token', customer())
    yield* askIncompletely(stage, token, customer().password, password)
    yield* ask('wrong current password', changePassword(token, wrongPassword, password))
  },
)
