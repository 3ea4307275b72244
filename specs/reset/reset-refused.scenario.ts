import { randomLetters, strongPassword } from '../../src/perform/account.ts'
import { idFrom } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import type { Stage } from '../../src/perform/stage.ts'
import { post, put } from '../../src/target/client/request.ts'
import { unknownResetToken } from '../shared/designated.ts'
import { checkLink, create, logIn, resetPassword } from '../shared/password-requests.ts'

/** An id that no customer has. */
const unknownId = 2_147_483_647

async function* askIncompletely({ ask }: Stage, email: string, password: string) {
  yield* ask('no fields', post('/V1/customers/resetPassword', {}))
  yield* ask('null token', resetPassword(email, null, password))
  yield* ask('empty token', resetPassword(email, '', password))
  yield* ask('request without fields', put('/V1/customers/password', {}))
  yield* ask('request without template', put('/V1/customers/password', { email }))
  yield* ask('request with a null e-mail', put('/V1/customers/password', { email: null, template: 'email_reset' }))
}

export const resetRefused = scenario(
  'reset-refused',
  {
    chapter: 'Reset the password',
    asks: 'passwords are reset with invalid tokens and ids',
    rests: [
      {
        rest: ['password after'],
        on: ['empty token', 'null token', 'no fields', 'unknown e-mail', 'wrong token through all stores'],
        was: 'refused',
      },
      { rest: ['link with a wrong token', 'wrong token through all stores'], on: ['wrong token'], was: 'refused' },
      { rest: ['password of the wrong token', 'password after'], on: ['wrong token'], was: 'refused' },
    ],
  },
  async function* (stage) {
    const { ask, register, login, account, secret } = stage
    const customer = account()
    const { email } = customer
    const wrong = secret(randomLetters(32))
    const password = secret(strongPassword())
    const id = idFrom(yield* register('create', email, create(customer)))
    yield* ask('wrong token', resetPassword(email, wrong, password))
    yield* ask('password of the wrong token', logIn({ email, password }))
    yield* ask('link with a wrong token', checkLink(id, wrong))
    yield* ask('unknown e-mail', resetPassword(account().email, wrong, password))
    yield* askIncompletely(stage, email, password)
    yield* ask('wrong token through all stores', {
      ...resetPassword(email, wrong, password),
      store: 'all',
    })
    yield* ask('link of customer 0', checkLink(0, wrong))
    yield* ask('link of a negative id', checkLink(-1, wrong))
    yield* ask('link of an unknown id', checkLink(unknownId, wrong))
    yield* ask('link of no number', checkLink('abc', wrong))
    yield* login('password after', customer)
  },
  async function* (stage) {
    const { email, id } = stage.customer()
    yield* askIncompletely(stage, email, stage.secret(strongPassword()))
    yield* stage.ask('link with a wrong token', checkLink(id, unknownResetToken))
  },
)
