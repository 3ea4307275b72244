import { randomLetters, strongPassword } from '../../src/perform/account.ts'
import { idFrom } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { forgedHost, newestToken, passwordMails, tokenIn, welcomeMails } from '../shared/links.ts'
import {
  checkLink,
  create,
  createWithoutPassword,
  logIn,
  requestReset,
  resetPassword,
} from '../shared/password-requests.ts'
import { hour, notServed, untilServed } from './throttle.ts'

/** All reset requests of a run are in this scenario, because the shop throttles them by the client's IP address. */
export const resetRequest = scenario(
  'reset-request',
  {
    chapter: 'Reset the password',
    asks: 'reset requests are sent, and the links in their mails are used',
    rests: [
      { rest: ['welcome link after the unknown template'], on: ['unknown template'], was: 'refused' },
      { rest: ['link of the reminder'], on: ['reminder'], was: 'accepted' },

      { rest: ['reset by the newest link'], on: ['reset by the older link'], was: 'refused' },
      { rest: ['old password', 'new password'], on: ['reset by the newest link'], was: 'accepted' },
      { rest: ['mails later'], on: ['request later'], was: 'accepted' },
    ],
  },
  async function* (stage) {
    const { ask, register, login, account, secret, mail, nextSecond, has } = stage
    const customer = account()
    const other = account()
    const third = account()
    const nobody = account().email
    const { email } = customer
    const id = idFrom(yield* register('create', email, create(customer)))
    yield* login('password before', customer)
    // Mails may arrive in another order, and mailboxes order them by the second. So the scenario waits for each mail.
    const inOrder = async function* (
      name: 'welcome' | 'first reset mail' | 'welcome of the third',
      to: string,
      expected: number,
    ) {
      if (has('mailbox')) yield* mail(name, to, expected)
      await nextSecond()
    }
    yield* inOrder('welcome', email, welcomeMails(stage))
    const request = yield* ask('request', requestReset(email))
    yield* inOrder('first reset mail', email, welcomeMails(stage) + trueAnswers(request))
    const again = yield* ask('request again', requestReset(email))
    yield* ask('password after the request', logIn(customer))
    await untilServed(again, stage)
    yield* ask('unknown e-mail', requestReset(nobody))
    const otherId = idFrom(yield* register('create another', other.email, createWithoutPassword(other)))
    await untilServed(again, stage)
    yield* ask('unknown template', requestReset(other.email, `email_${randomLetters(8)}`))
    const thirdId = idFrom(yield* register('create a third', third.email, createWithoutPassword(third)))
    yield* inOrder('welcome of the third', third.email, passwordMails(stage))
    await untilServed(again, stage)
    const forged = { headers: { 'x-forwarded-host': forgedHost } }
    const reminder = yield* ask('reminder', requestReset(third.email.toUpperCase(), 'email_reminder', forged))
    await untilServed(again, stage)
    const all = yield* ask('request through all stores', requestReset(third.email, 'email_reset', { store: 'all' }))

    const answeredTrue = trueAnswers(request, again)
    const mails = yield* mail('mails', email, welcomeMails(stage) + answeredTrue)
    const mailsOfThird = yield* mail(
      'mails of the third',
      third.email,
      passwordMails(stage) + trueAnswers(reminder, all),
    )
    const mailsOfOther = yield* mail('mails of the other', other.email, passwordMails(stage))
    yield* mail('mails to nobody', nobody, 0)
    yield* ask('welcome link after the unknown template', checkLink(otherId, tokenIn(mailsOfOther, stage)))
    yield* ask('link of the reminder', checkLink(thirdId, tokenIn(mailsOfThird, stage)))

    if (answeredTrue === 0) throw notServed(request)
    const newest = newestToken(mails, stage)
    const older = tokenIn(mails, stage, -2)
    const password = secret(strongPassword())
    yield* ask('newest link', checkLink(id, newest))
    yield* ask('reset by the older link', resetPassword(email, older, secret(strongPassword())))
    yield* ask('reset by the newest link', resetPassword(email, newest, password))
    yield* ask('old password', logIn(customer))
    yield* ask('new password', logIn({ email, password }))
    // Last, as with this one a shop has as many requests as it serves within an hour.
    await untilServed(again, stage, hour)
    const later = yield* ask('request later', requestReset(email))
    yield* mail('mails later', email, welcomeMails(stage) + answeredTrue + trueAnswers(later))
  },
  async function* ({ ask, customer }) {
    yield* ask('request', requestReset(customer().email))
  },
)

/** Number of mails that these requests caused. */
export function trueAnswers(...requests: Exchange[]): number {
  return requests.filter(({ json }) => json === true).length
}
