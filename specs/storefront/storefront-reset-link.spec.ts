import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, verified } from '../../src/judge/source.ts'
import { formOn } from '../../src/judge/storefront.ts'
import { Unmet } from '../../src/judge/unmet.ts'
import { expectToken } from '../shared/logged-in.ts'
import { expectEnded, expectKeySent, expectOwnPage, expectPage, expectRedirect, storefront } from './storefront.ts'
import { storefrontResetLink } from './storefront-reset-link.scenario.ts'

const { must } = requirementsOf(storefrontResetLink)
const seen = verified('links-of-mails-at-the-storefront')

must(
  'STORE-50',
  'The link in a mail leads to a form for a new password, whose URL does not contain the token',
  {
    why: 'The page loads images and scripts from other sites. They would receive a token in the URL as `Referer`.',
    source: [seen],
  },
  ({ link, form: page }, shop) => {
    expectRedirect(link, storefront.createPassword)
    const location = link.header('location') ?? ''
    if (/[?&]token=|[A-Za-z0-9]{32}/.test(location)) throw new Unmet('a redirect without the token', location, link)
    expectPage(page)
    const { names, action } = formOn(page, 'passwordForm', shop)
    for (const name of ['password', 'password_confirmation'])
      if (!names.includes(name)) throw new Unmet(`a field "${name}"`, `the fields ${names.join(', ')}`, page)
    if (!/\/customer\/account\/resetpasswordpost(\/|\?|$)/i.test(action))
      throw new Unmet('a form that is sent to /customer/account/resetpasswordpost/', action, page)
  },
)

must(
  'STORE-51',
  'A link with a wrong token leads to the form for requesting a link, not to the password form',
  { why: 'A form that opens for any token lets anybody choose the password of an account.', source: [seen] },
  ({ 'wrong link': link, 'form after the wrong link': page }) => {
    expectRedirect(link, '/customer/account/forgotpassword')
    expectRedirect(page, '/customer/account/forgotpassword')
  },
)

must(
  'STORE-52',
  'The form of that link sets the password: the new one logs in over REST, the old one does not',
  {
    why: 'A customer who forgot the password cannot return to the account if this form does not work.',
    source: [seen, code('module-customer/Controller/Account/ResetPasswordPost.php', '2.4.7-p6')],
  },
  ({ form: page, set, 'old password': old, 'new password': login }) => {
    expectKeySent(set)
    expectPage(page)
    expectToken(login)
    expect(old).toBeRefusedWith(401)
  },
)

must(
  'STORE-53',
  'Without the page’s form key, the form sets no password',
  {
    why: 'Without this check, any website can send the request in a visitor’s name, because the browser adds the cookies.',
    source: [seen, code('framework/App/Request/CsrfValidator.php', '2.4.7-p6')],
  },
  ({ form: page, 'password of the form without key': login }) => {
    expectPage(page)
    expect(login).toBeRefusedWith(401)
  },
)

must(
  'STORE-56',
  'Two different passwords in the form set no password',
  {
    why: 'A customer who mistypes the new password without noticing cannot log in the next time.',
    source: [code('module-customer/Controller/Account/ResetPasswordPost.php', '2.4.7-p6')],
  },
  ({ form: page, 'two passwords': sent, 'first of two passwords': login }) => {
    expectKeySent(sent)
    expectPage(page)
    expect(login).toBeRefusedWith(401)
  },
)

must(
  'STORE-54',
  'A password set by a link ends the sessions of the storefront',
  {
    why: 'Customers change the password when a stranger may be logged in. The stranger’s session has to end.',
    source: [
      code('module-customer/Model/AccountManagement.php:706', '2.4.7-p6'),
      verified('sessions-that-a-new-password-ends'),
    ],
  },
  ({ account, set, 'account after the reset': after }) => {
    expectKeySent(set)
    expectOwnPage(account)
    expectEnded(after)
  },
)

must(
  'STORE-55',
  'A used link no longer leads to the form',
  {
    why: 'Links stay in mailboxes and browser histories. A link that works again gives the account to its finder.',
    source: [seen, code('module-customer/Model/AccountManagement.php:706', '2.4.7-p6')],
  },
  ({ set, 'link once more': link }) => {
    expectKeySent(set)
    expectRedirect(link, '/customer/account/forgotpassword')
  },
)
