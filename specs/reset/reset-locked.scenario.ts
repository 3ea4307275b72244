import { strongPassword } from '../../src/perform/account.ts'
import { Halted } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { newestToken, welcomeMails } from '../shared/links.ts'
import { changePassword, create, guesses, logIn, resetPassword } from '../shared/password-requests.ts'
import { withLink } from '../shared/reset-mail.ts'

export const resetLocked = scenario(
  'reset-locked',
  {
    chapter: 'Reset the password',
    asks: 'an account is locked by wrong passwords, and then gets a new password by a link',
    needs: ['mailbox'],
    rests: [
      {
        rest: ['reset', 'new password'],
        on: guesses,
        was: 'refused',
      },
      { rest: ['new password'], on: ['reset'], was: 'accepted' },
    ],
  },
  async function* (stage) {
    const { ask, register, login, account, secret, mail, lockout } = stage
    if (!lockout) throw new Halted(notAllowed)
    const customer = account()
    const { email } = customer
    yield* register('create', email, create(customer))
    const token = yield* login('token', customer)
    const welcomed = yield* mail('welcome', email, welcomeMails(stage))
    const link = newestToken(yield* withLink(stage, 'welcome', email, welcomed), stage)
    const wrong = secret(strongPassword())
    const password = secret(strongPassword())
    for (const name of guesses) yield* ask(name, changePassword(token, wrong, password))
    yield* ask('password of the locked', logIn(customer))
    yield* ask('reset', resetPassword(email, link, password))
    yield* ask('new password', logIn({ email, password }))
  },
)

const notAllowed = {
  kind: 'untestable',
  power: 'lockout',
  why: 'the run may not lock accounts, not even its own',
  setting: 'set MAGENTO_LOCKOUT=on: the run then locks one account that it created, for ten minutes',
} as const
