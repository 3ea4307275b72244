import { randomLetters, strongPassword } from '../../src/perform/account.ts'
import { Halted } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { linkWith, newestToken, welcomeMails } from '../shared/links.ts'
import { create, logIn } from '../shared/password-requests.ts'
import { enter, storefront } from './storefront.ts'

/** The welcome mail's link is as good as a reset mail's, and asking for it is not throttled. */
export const storefrontResetLink = scenario(
  'storefront-reset-link',
  {
    chapter: 'Verify this step',
    asks: 'the link of a mail is followed to the storefront, where a form sets a new password',
    needs: ['storefront', 'mailbox'],
    records: [
      'create',
      'token',
      'login page',
      'login',
      'account',
      'wrong link',
      'form after the wrong link',
      'link',
      'form',
      'no form key',
      'password of the form without key',
      'two passwords',
      'first of two passwords',
      'set',
      'old password',
      'new password',
      'account after the reset',
      'link once more',
    ],
    mails: ['mails'],
  },
  async (stage) => {
    const { ask, register, login, account, secret, mail, visitor, form, probe, nextSecond } = stage
    if (probe('reset link', ''))
      throw new Halted({ kind: 'inapplicable', why: 'MAGENTO_RESET_LINK says that the shop’s links are its own' })
    const customer = account()
    const { email } = customer
    await register('create', email, create(customer))
    await login('token', customer)
    const observed = await mail('mails', email, welcomeMails(stage))
    const token = newestToken(observed, stage)
    const link = linkWith('token', observed.mails.at(-1), stage)?.url.href ?? ''
    const wrongLink = link.replace(token, secret(randomLetters(32)))

    const loggedIn = visitor()
    await enter(loggedIn, form, customer)

    const stranger = visitor()
    await stranger.visit('wrong link', wrongLink)
    await stranger.visit('form after the wrong link', storefront.createPassword)

    const guest = visitor()
    await guest.visit('link', link)
    const fields = form(await guest.visit('form', storefront.createPassword), 'passwordForm')
    const first = secret(strongPassword())
    const second = secret(strongPassword())
    const chosen = (password: string) => ({ password, password_confirmation: password })
    await guest.submit('no form key', fields, { ...chosen(first), form_key: undefined })
    await ask('password of the form without key', logIn({ email, password: first }))
    await guest.submit('two passwords', fields, { password: first, password_confirmation: second })
    await ask('first of two passwords', logIn({ email, password: first }))
    // Some releases end the sessions of the seconds before, and not those of the same one.
    await nextSecond()
    await guest.submit('set', fields, chosen(second))
    await ask('old password', logIn(customer))
    await ask('new password', logIn({ email, password: second }))
    await loggedIn.visit('account after the reset', storefront.account)
    await visitor().visit('link once more', link)
  },
)
