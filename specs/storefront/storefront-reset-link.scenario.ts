import { randomLetters, strongPassword } from '../../src/perform/account.ts'
import { Halted } from '../../src/perform/halt.ts'
import { inTurn, scenario } from '../../src/perform/scenario.ts'
import { newestLink, newestToken } from '../shared/links.ts'
import { create, logIn } from '../shared/password-requests.ts'
import { firstMails, forLink, loginForLink, withLink } from '../shared/reset-mail.ts'
import { enter, storefront } from './storefront.ts'

/** The welcome mail's link works like that of a reset mail, and no throttled request is needed for it. */
export const storefrontResetLink = scenario(
  'storefront-reset-link',
  {
    chapter: 'Storefront',
    asks: 'a customer opens the link of a mail in the storefront, and sets a new password in the form',
    needs: ['storefront', 'mailbox'],
    rests: [
      ...inTurn('refused', ['password of the form without key', 'first of two passwords'], ['new password']),
      { rest: ['old password', 'account after the reset', 'link once more'], on: ['new password'], was: 'accepted' },
    ],
  },
  async function* (stage) {
    const { ask, register, account, secret, mail, visitor, form, probe, nextSecond } = stage
    if (probe('reset link', ''))
      throw new Halted({
        kind: 'inapplicable',
        why: 'the shop’s mails have links of its own form (MAGENTO_RESET_LINK, or as in the first mail)',
      })
    const customer = account()
    const { email } = customer
    yield* register('create', email, forLink(stage, create(customer)))
    const { password: old, lack } = yield* loginForLink(stage, 'token', customer)
    const look = yield* mail('mails', email, firstMails(stage))
    const observed = yield* withLink(stage, 'mails', email, look)
    const token = newestToken(observed, stage)
    const link = newestLink(observed, stage)
    const wrongLink = link.replace(token, secret(randomLetters(32)))

    const loggedIn = visitor()
    if (lack) stage.without(lack, 'login page', 'login', 'account')
    else yield* enter(loggedIn, form, customer)

    const stranger = visitor()
    yield* stranger.visit('wrong link', wrongLink)
    yield* stranger.visit('form after the wrong link', storefront.createPassword)

    const guest = visitor()
    yield* guest.visit('link', link)
    const fields = form(yield* guest.visit('form', storefront.createPassword), 'passwordForm')
    const first = secret(strongPassword())
    const second = secret(strongPassword())
    const chosen = (password: string) => ({ password, password_confirmation: password })
    yield* guest.submit('no form key', fields, { ...chosen(first), form_key: undefined })
    yield* ask('password of the form without key', logIn({ email, password: first }))
    yield* guest.submit('two passwords', fields, { password: first, password_confirmation: second })
    yield* ask('first of two passwords', logIn({ email, password: first }))
    // Some releases end only the sessions of earlier seconds, not those of the same second.
    await nextSecond()
    yield* guest.submit('set', fields, chosen(second))
    yield* ask('old password', logIn({ email, password: old }))
    yield* ask('new password', logIn({ email, password: second }))
    if (lack) stage.without(lack, 'account after the reset')
    else yield* loggedIn.visit('account after the reset', storefront.account)
    yield* visitor().visit('link once more', link)
  },
)
