import { strongPassword } from '../../src/perform/account.ts'
import { idFrom } from '../../src/perform/halt.ts'
import { inTurn, scenario } from '../../src/perform/scenario.ts'
import { get, post } from '../../src/target/client/request.ts'
import { forgedHost, newestToken, passwordMails } from '../shared/links.ts'
import { otherCase } from '../shared/other-case.ts'
import { checkLink, createWithoutPassword, logIn, resetPassword } from '../shared/password-requests.ts'
import { documentedCustomer } from '../shared/payload.ts'
import { realPassword } from '../shared/real-data.ts'
import { firstMails, forLink, loginForLink, withLink } from '../shared/reset-mail.ts'
import { weakPasswords } from '../shared/weak-passwords.ts'

const details = { dob: '1990-02-14', gender: 2, suffix: 'Jr' }

/** The welcome mail's link works like that of a reset mail, and no throttled request is needed for it. */
export const resetLink = scenario(
  'reset-link',
  {
    chapter: 'Reset the password',
    asks: 'the link of a welcome mail is used: with wrong values, with right values, and again',
    needs: ['mailbox'],
    rests: [
      {
        rest: [
          'too short',
          'blank at the end',
          'e-mail as password',
          'e-mail in capitals as password',
          'empty password',
          'too long',
          'too few classes',
          'link after the refusals',
          'link after the weak passwords',
        ],
        on: ['link'],
        was: 'accepted',
      },

      ...inTurn(
        'refused',
        ['token of another customer', 'token in other case', 'token cut short', 'token as a pattern', 'token of true'],
        ['link after the refusals', 'password after the refusals', 'reset'],
      ),
      {
        rest: [
          'old password',
          'new password',
          'token from before',
          'link once more',
          'reset once more',
          'empty token',
          'password of the second reset',
        ],
        on: ['reset'],
        was: 'accepted',
      },
      { rest: ['empty token', 'password of the second reset'], on: ['reset once more'], was: 'refused' },
      ...inTurn(
        'refused',
        [
          'too short',
          'blank at the end',
          'e-mail as password',
          'e-mail in capitals as password',
          'empty password',
          'too long',
          'too few classes',
        ],
        ['weak password', 'link after the weak passwords'],
      ),
    ],
  },
  async function* (stage) {
    const { ask, register, account, secret, mail } = stage
    const customer = account()
    const other = account()
    const third = account()
    const { email } = customer
    const weak = weakPasswords(stage)
    const documented = documentedCustomer(customer)
    const id = idFrom(
      yield* register(
        'create',
        email,
        forLink(stage, post('/V1/customers', { ...documented, customer: { ...documented.customer, ...details } })),
      ),
    )
    const { token, password: old } = yield* loginForLink(stage, 'token before', customer)
    const otherId = idFrom(yield* register('create another', other.email, createWithoutPassword(other)))
    const forged = { ...createWithoutPassword(third), headers: { 'x-forwarded-host': forgedHost } }
    yield* register('create a third', third.email, forged)
    const welcomed = yield* mail('welcome', email, firstMails(stage))
    const link = newestToken(yield* withLink(stage, 'welcome', email, welcomed), stage)
    const ofAnother = yield* mail('welcome of another', other.email, passwordMails(stage))
    const otherLink = newestToken(yield* withLink(stage, 'another', other.email, ofAnother), stage)
    const ofThird = yield* mail('welcome of a third', third.email, passwordMails(stage))
    const thirdLink = newestToken(yield* withLink(stage, 'third', third.email, ofThird), stage)
    const password = secret(strongPassword())
    const second = secret(strongPassword())

    yield* ask('link', checkLink(id, link))
    yield* ask('link for another customer', checkLink(otherId, link))
    yield* ask('token of another customer', resetPassword(email, otherLink, second))
    yield* ask('token in other case', resetPassword(email, secret(otherCase(link, 'welcome')), second))
    yield* ask('token cut short', resetPassword(email, secret(link.slice(0, -1)), second))
    yield* ask('token as a pattern', resetPassword(email, '_'.repeat(link.length), second))
    const everything = { email, resetToken: true, newPassword: second }
    yield* ask('token of true', post('/V1/customers/resetPassword', everything))
    yield* ask('link after the refusals', checkLink(id, link))
    yield* ask('password after the refusals', logIn({ email, password: old }))
    yield* ask('reset', resetPassword(email, link, password))
    yield* ask('old password', logIn({ email, password: old }))
    yield* ask('new password', logIn({ email, password }))
    yield* ask('token from before', get('/V1/customers/me', { token }))
    yield* ask('link once more', checkLink(id, link))
    yield* ask('reset once more', resetPassword(email, link, second))
    yield* ask('empty token', resetPassword(email, '', second))
    yield* ask('password of the second reset', logIn({ email, password: second }))

    const toWeak = (weakPassword: string) => resetPassword(other.email, otherLink, weakPassword)
    yield* ask('too short', toWeak(weak.tooShort))
    yield* ask('blank at the end', toWeak(weak.blankAtTheEnd))
    yield* ask('e-mail as password', toWeak(other.email))
    yield* ask('e-mail in capitals as password', toWeak(other.email.toUpperCase()))
    yield* ask('empty password', toWeak(''))
    yield* ask('too long', toWeak(weak.tooLong))
    yield* ask('too few classes', toWeak(weak.tooFewClasses))
    yield* ask('weak password', logIn({ email: other.email, password: weak.tooFewClasses }))
    yield* ask('link after the weak passwords', checkLink(otherId, otherLink))
    yield* ask('empty e-mail', resetPassword('', otherLink, secret(strongPassword())))
    const real = secret(realPassword())
    yield* ask('e-mail in capitals', resetPassword(third.email.toUpperCase(), thirdLink, real))
    yield* ask('login with signs', logIn({ email: third.email, password: real }))
  },
)
