import { randomLetters, strongPassword } from '../../src/perform/account.ts'
import { idFrom } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { forgedHost, newestToken, resetTokens, welcomeMails } from '../shared/links.ts'
import {
  checkLink,
  create,
  createWithoutPassword,
  logIn,
  requestReset,
  resetPassword,
} from '../shared/password-requests.ts'
import { notServed, untilServed } from './throttle.ts'

/** Every reset request of a run is here: a shop that throttles serves them by the client's address. */
export const resetRequest = scenario(
  'reset-request',
  {
    chapter: 'Reset the password',
    asks: 'reset requests are made, and the links that they send are followed',
    records: [
      'create',
      'create another',
      'create a third',
      'password before',
      'request',
      'request again',
      'password after the request',
      'unknown e-mail',
      'unknown template',
      'reminder',
      'request through all stores',
      'welcome link after the unknown template',
      'link of the reminder',
      'newest link',
      'reset by the older link',
      'reset by the newest link',
      'old password',
      'new password',
    ],
    mails: [
      'welcome',
      'first reset mail',
      'mails',
      'welcome of the third',
      'mails of the third',
      'mails of the other',
      'mails to nobody',
    ],
  },
  async (stage) => {
    const { ask, register, login, account, secret, mail, nextSecond, has } = stage
    const customer = account()
    const other = account()
    const third = account()
    const nobody = account().email
    const { email } = customer
    const id = idFrom(await register('create', email, create(customer)))
    await login('password before', customer)
    // A mail may overtake another, and mailboxes tell their order by the second: so each is waited for.
    const inOrder = async (
      name: 'welcome' | 'first reset mail' | 'welcome of the third',
      to: string,
      expected: number,
    ) => {
      if (has('mailbox')) await mail(name, to, expected)
      await nextSecond()
    }
    await inOrder('welcome', email, welcomeMails(stage))
    const request = await ask('request', requestReset(email))
    await inOrder('first reset mail', email, welcomeMails(stage) + trueAnswers(request))
    const again = await ask('request again', requestReset(email))
    await ask('password after the request', logIn(customer))
    await untilServed(again, stage)
    await ask('unknown e-mail', requestReset(nobody))
    const otherId = idFrom(await register('create another', other.email, createWithoutPassword(other)))
    await untilServed(again, stage)
    await ask('unknown template', requestReset(other.email, `email_${randomLetters(8)}`))
    const thirdId = idFrom(await register('create a third', third.email, createWithoutPassword(third)))
    await inOrder('welcome of the third', third.email, 1)
    await untilServed(again, stage)
    const forged = { headers: { 'x-forwarded-host': forgedHost } }
    const reminder = await ask('reminder', requestReset(third.email, 'email_reminder', forged))
    await untilServed(again, stage)
    const all = await ask('request through all stores', requestReset(third.email, 'email_reset', { store: 'all' }))

    const answeredTrue = trueAnswers(request, again)
    const mails = await mail('mails', email, welcomeMails(stage) + answeredTrue)
    const mailsOfThird = await mail('mails of the third', third.email, 1 + trueAnswers(reminder, all))
    const mailsOfOther = await mail('mails of the other', other.email, 1)
    await mail('mails to nobody', nobody, 0)
    const anyToken = () => secret(randomLetters(32))
    const welcomed = resetTokens(mailsOfOther, stage).at(-1) ?? anyToken()
    await ask('welcome link after the unknown template', checkLink(otherId, welcomed))
    await ask('link of the reminder', checkLink(thirdId, resetTokens(mailsOfThird, stage).at(-1) ?? anyToken()))

    if (answeredTrue === 0) throw notServed(request)
    const newest = newestToken(mails, stage)
    const older = resetTokens(mails, stage).at(-2) ?? anyToken()
    const password = secret(strongPassword())
    await ask('newest link', checkLink(id, newest))
    await ask('reset by the older link', resetPassword(email, older, secret(strongPassword())))
    await ask('reset by the newest link', resetPassword(email, newest, password))
    await ask('old password', logIn(customer))
    await ask('new password', logIn({ email, password }))
  },
  async ({ ask, customer }) => {
    await ask('request', requestReset(customer().email))
  },
)

/** How many mails these requests sent. */
export function trueAnswers(...requests: Exchange[]): number {
  return requests.filter(({ json }) => json === true).length
}
