import { randomLetters, strongPassword } from '../../src/perform/account.ts'
import { idFrom } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import type { Stage } from '../../src/perform/stage.ts'
import { post, put } from '../../src/target/client/request.ts'
import { unknownResetToken } from '../shared/designated.ts'
import { checkLink, create, logIn, resetPassword } from '../shared/password-requests.ts'

/** No shop has that many customers. */
const unknownId = 2_147_483_647

const incomplete = [
  'no fields',
  'null token',
  'empty token',
  'request without fields',
  'request without template',
  'request with a null e-mail',
] as const

async function askIncompletely({ ask }: Stage<(typeof incomplete)[number]>, email: string, password: string) {
  await ask('no fields', post('/V1/customers/resetPassword', {}))
  await ask('null token', resetPassword(email, null, password))
  await ask('empty token', resetPassword(email, '', password))
  await ask('request without fields', put('/V1/customers/password', {}))
  await ask('request without template', put('/V1/customers/password', { email }))
  await ask('request with a null e-mail', put('/V1/customers/password', { email: null, template: 'email_reset' }))
}

export const resetRefused = scenario(
  'reset-refused',
  {
    chapter: 'Reset the password',
    asks: 'somebody without a mailbox tries to reset a password',
    records: [
      'create',
      'wrong token',
      'password of the wrong token',
      'link with a wrong token',
      'unknown e-mail',
      ...incomplete,
      'wrong token through all stores',
      'link of customer 0',
      'link of a negative id',
      'link of an unknown id',
      'link of no number',
      'password after',
    ],
  },
  async (stage) => {
    const { ask, register, login, account, secret } = stage
    const customer = account()
    const { email } = customer
    const wrong = secret(randomLetters(32))
    const password = secret(strongPassword())
    const id = idFrom(await register('create', email, create(customer)))
    await ask('wrong token', resetPassword(email, wrong, password))
    await ask('password of the wrong token', logIn({ email, password }))
    await ask('link with a wrong token', checkLink(id, wrong))
    await ask('unknown e-mail', resetPassword(account().email, wrong, password))
    await askIncompletely(stage, email, password)
    await ask('wrong token through all stores', {
      ...resetPassword(email, wrong, password),
      store: 'all',
    })
    await ask('link of customer 0', checkLink(0, wrong))
    await ask('link of a negative id', checkLink(-1, wrong))
    await ask('link of an unknown id', checkLink(unknownId, wrong))
    await ask('link of no number', checkLink('abc', wrong))
    await login('password after', customer)
  },
  async (stage) => {
    const { email, id } = stage.customer()
    await askIncompletely(stage, email, stage.secret(strongPassword()))
    await stage.ask('link with a wrong token', checkLink(id, unknownResetToken))
  },
)
