import { strongPassword } from '../../src/perform/account.ts'
import { idFrom } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { get, post } from '../../src/target/client/request.ts'
import { forgedHost, newestToken, welcomeMails } from '../shared/links.ts'
import { checkLink, createWithoutPassword, logIn, resetPassword } from '../shared/password-requests.ts'
import { documentedCustomer } from '../shared/payload.ts'
import { weakPasswords } from '../shared/weak-passwords.ts'

const details = { dob: '1990-02-14', gender: 2, suffix: 'Jr' }

/** The welcome mail's link is as good as a reset mail's, and asking for it is not throttled. */
export const resetLink = scenario(
  'reset-link',
  {
    chapter: 'Reset the password',
    asks: 'the link of a welcome mail is followed, wrongly and rightly, and then once more',
    needs: ['mailbox'],
    records: [
      'create',
      'create another',
      'create a third',
      'token before',
      'link',
      'link for another customer',
      'token of another customer',
      'token in other case',
      'token cut short',
      'token as a pattern',
      'token of true',
      'link after the refusals',
      'password after the refusals',
      'reset',
      'old password',
      'new password',
      'token from before',
      'link once more',
      'reset once more',
      'empty token',
      'password of the second reset',
      'too short',
      'too few classes',
      'too long',
      'blank at the end',
      'e-mail as password',
      'e-mail in capitals as password',
      'empty password',
      'weak password',
      'link after the weak passwords',
      'empty e-mail',
      'e-mail in capitals',
    ],
    mails: ['welcome', 'welcome of another', 'welcome of a third'],
  },
  async (stage) => {
    const { ask, register, login, account, secret, mail } = stage
    const customer = account()
    const other = account()
    const third = account()
    const { email } = customer
    const weak = weakPasswords(stage)
    const documented = documentedCustomer(customer)
    const id = idFrom(
      await register(
        'create',
        email,
        post('/V1/customers', { ...documented, customer: { ...documented.customer, ...details } }),
      ),
    )
    const token = await login('token before', customer)
    const otherId = idFrom(await register('create another', other.email, createWithoutPassword(other)))
    const forged = { ...createWithoutPassword(third), headers: { 'x-forwarded-host': forgedHost } }
    await register('create a third', third.email, forged)
    const link = newestToken(await mail('welcome', email, welcomeMails(stage)), stage)
    const otherLink = newestToken(await mail('welcome of another', other.email, 1), stage)
    const thirdLink = newestToken(await mail('welcome of a third', third.email, 1), stage)
    const password = secret(strongPassword())
    const second = secret(strongPassword())

    await ask('link', checkLink(id, link))
    await ask('link for another customer', checkLink(otherId, link))
    await ask('token of another customer', resetPassword(email, otherLink, second))
    await ask('token in other case', resetPassword(email, secret(otherCase(link)), second))
    await ask('token cut short', resetPassword(email, secret(link.slice(0, -1)), second))
    await ask('token as a pattern', resetPassword(email, '_'.repeat(link.length), second))
    const everything = { email, resetToken: true, newPassword: second }
    await ask('token of true', post('/V1/customers/resetPassword', everything))
    await ask('link after the refusals', checkLink(id, link))
    await ask('password after the refusals', logIn(customer))
    await ask('reset', resetPassword(email, link, password))
    await ask('old password', logIn(customer))
    await ask('new password', logIn({ email, password }))
    await ask('token from before', get('/V1/customers/me', { token }))
    await ask('link once more', checkLink(id, link))
    await ask('reset once more', resetPassword(email, link, second))
    await ask('empty token', resetPassword(email, '', second))
    await ask('password of the second reset', logIn({ email, password: second }))

    const toWeak = (weakPassword: string) => resetPassword(other.email, otherLink, weakPassword)
    await ask('too short', toWeak(weak.tooShort))
    await ask('blank at the end', toWeak(weak.blankAtTheEnd))
    await ask('e-mail as password', toWeak(other.email))
    await ask('e-mail in capitals as password', toWeak(other.email.toUpperCase()))
    await ask('empty password', toWeak(''))
    await ask('too long', toWeak(weak.tooLong))
    await ask('too few classes', toWeak(weak.tooFewClasses))
    await ask('weak password', logIn({ email: other.email, password: weak.tooFewClasses }))
    await ask('link after the weak passwords', checkLink(otherId, otherLink))
    await ask('empty e-mail', resetPassword('', otherLink, secret(strongPassword())))
    await ask('e-mail in capitals', resetPassword(third.email.toUpperCase(), thirdLink, secret(strongPassword())))
  },
)

function otherCase(text: string): string {
  return text.replace(/[a-z]|[A-Z]/g, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  )
}
