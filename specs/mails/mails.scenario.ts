import { type Account, strongPassword } from '../../src/perform/account.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { post } from '../../src/target/client/request.ts'
import { passwordMails, tokenIn, welcomeMails } from '../shared/links.ts'
import { changePassword, create, createWithoutPassword, resetPassword } from '../shared/password-requests.ts'
import { minimalCustomer } from '../shared/payload.ts'
import { changedCustomer, realCustomer, withPlusAndCapitals } from '../shared/real-data.ts'
import { weakPasswords } from '../shared/weak-passwords.ts'

/** The mail greets the customer by a name with accents and an apostrophe. */
function withRealNames(account: Account) {
  const { customer, ...rest } = minimalCustomer(account)
  const { firstname } = realCustomer
  return post('/V1/customers', { ...rest, customer: { ...customer, firstname, lastname: changedCustomer.lastname } })
}

/** To see that no mail was sent, the scenario waits for a later mail. */
export const mails = scenario(
  'mails',
  {
    chapter: 'Mails',
    asks: 'the mailbox is read after registrations, refused requests and a password change',
    needs: ['mailbox'],
    rests: [
      { rest: ['mails after the refusals'], on: ['create again'], was: 'refused' },
      { rest: ['mails to the refused'], on: ['create with a weak password'], was: 'refused' },
      { rest: ['mails in the end'], on: ['change the password'], was: 'accepted' },
      {
        rest: ['token with the password set', 'mails in the end to the one without password'],
        on: ['set the password'],
        was: 'accepted',
      },
    ],
  },
  async function* (stage) {
    const { ask, register, login, account, secret, mail } = stage
    const customer = account()
    const refused = account()
    const plain = account()
    const capitals = withPlusAndCapitals(account().email)
    const { email } = customer
    yield* register('create', email, create(customer))
    yield* mail('first mails', email, Math.min(1, welcomeMails(stage)))
    const token = yield* login('token', customer)
    yield* register('create again', email, create(customer))
    const weak = { ...refused, password: weakPasswords(stage).tooShort }
    yield* register('create with a weak password', refused.email, create(weak))
    yield* register('create without password', plain.email, createWithoutPassword(plain))
    const look = yield* mail('mails to the one without password', plain.email, passwordMails(stage))
    yield* mail('mails after the refusals', email, welcomeMails(stage))
    yield* mail('mails to the refused', refused.email, 0)

    const password = secret(strongPassword())
    const link = tokenIn(look, stage)
    yield* ask('change the password', changePassword(token, customer.password, secret(strongPassword())))
    yield* ask('set the password', resetPassword(plain.email, link, password))
    yield* register('create with plus and capitals', capitals, withRealNames({ ...account(), email: capitals }))
    yield* mail('mails to plus and capitals', capitals, Math.min(1, welcomeMails(stage)))
    yield* mail('mails in the end', email, welcomeMails(stage))
    yield* mail('mails in the end to the one without password', plain.email, passwordMails(stage))
    yield* login('token with the password set', { email: plain.email, password })
  },
)
