import { expect } from '../../src/judge/expect.ts'
import { textsCount } from '../../src/judge/language.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, doc, verified } from '../../src/judge/source.ts'
import { formOn } from '../../src/judge/storefront.ts'
import { inapplicable, Unmet } from '../../src/judge/unmet.ts'
import { messagesOf } from '../../src/target/storefront/messages.ts'
import { sessionCookie } from '../../src/target/storefront/session.ts'
import { signInFailed } from '../shared/messages.ts'
import { expectGuest, expectLedOn, expectOwnPage, expectPage, expectRedirect } from './storefront.ts'
import { storefrontAccount } from './storefront-account.scenario.ts'

const whyForgery =
  'Without this check, any website can send the request in a visitor’s name, because the browser adds the cookies.'

const { must, should } = requirementsOf(storefrontAccount)
const seen = verified('login-of-the-storefront')

must(
  'STORE-01',
  'The account page redirects a guest to the login',
  {
    why: 'A page that is shown to guests, or stored by a cache, shows one customer’s data to another visitor.',
    source: [seen],
  },
  ({ 'account as a guest': account }) => expectGuest(account),
)

must(
  'STORE-02',
  'The login form has an e-mail field, a password field and a form key',
  {
    why: 'A form without its key cannot log in. It happens when a cache stores the login page.',
    source: [seen],
  },
  ({ 'login page': page }, shop) => {
    expectPage(page)
    const { names, hidden, action } = formOn(page, 'loginForm', shop)
    for (const name of ['login[username]', 'login[password]', 'form_key'])
      if (!names.includes(name)) throw new Unmet(`a field "${name}"`, `the fields ${names.join(', ')}`, page)
    if (!hidden.form_key) throw new Unmet('a hidden field "form_key" with a value', 'none', page)
    if (!/\/customer\/account\/loginPost(\/|$)/i.test(action))
      throw new Unmet('a form that is sent to /customer/account/loginPost/', action, page)
  },
)

must(
  'STORE-03',
  'An account created over REST logs in to the storefront with its password',
  {
    why: 'A customer who registers in an app and then opens the shop’s pages has to find the same account.',
    source: [doc('order-create-customer'), seen],
    next: 'an account belongs to one website: if its pages have another URL, set MAGENTO_STOREFRONT_URL',
  },
  ({ login, account }) => {
    expectLedOn(login)
    expectPage(account)
  },
)

must(
  'STORE-04',
  'A wrong password does not log in to the storefront',
  {
    why: 'The pages and REST check passwords in different code. If one of them does not check, every account is open.',
    source: [seen],
  },
  ({ 'wrong password': login, 'account after the wrong password': account }) => {
    expectLedOn(login)
    expectGuest(account)
  },
)

should(
  'STORE-05',
  'After a wrong password, the cookie `mage-messages` contains the sign-in error that REST returns',
  {
    why: 'A login that fails without a message looks like a broken page, and the customer leaves.',
    source: [seen],
  },
  ({ 'wrong password': login }) => {
    const messages = messagesOf(login)
    const error = messages.find(({ type }) => type === 'error')
    if (!error) throw new Unmet('a message of type "error" in mage-messages', JSON.stringify(messages), login)
    if (textsCount() && error.text !== signInFailed)
      throw new Unmet(`the message "${signInFailed}"`, `"${error.text}"`, login)
  },
)

must(
  'STORE-06',
  'A login without the page’s form key is rejected, even with the right password',
  { why: whyForgery, source: [seen, code('module-customer/Controller/Account/LoginPost.php', '2.4.7-p6')] },
  ({ 'no form key': login, 'account after no form key': account }) => {
    expectLedOn(login)
    expectGuest(account)
  },
)

must(
  'STORE-07',
  'A login with a wrong form key is rejected, even with the right password',
  { why: 'If the key is not compared, an attacker’s form can send any value.', source: [seen] },
  ({ 'wrong form key': login, 'account after the wrong form key': account }) => {
    expectLedOn(login)
    expectGuest(account)
  },
)

must(
  'STORE-14',
  'Logging out of the storefront ends the session, even for a client that keeps its cookies',
  {
    why: 'Otherwise the next person at a shared computer can return to the account, and a stolen cookie stays valid.',
    source: [seen],
  },
  ({ account, logout, 'account after logout': after, 'account in the ended session': kept }) => {
    expectOwnPage(account)
    expectRedirect(logout, '/customer/account/logoutSuccess')
    expectGuest(after)
    expectGuest(kept)
  },
)

should(
  'STORE-63',
  'A login leads back to the account page that the visitor asked for before',
  {
    why: 'A customer who follows a link to the account and logs in lands elsewhere, and has to look for the page again.',
    source: [seen, code('module-customer/Model/Account/Redirect.php', '2.4.7-p6')],
  },
  ({ login }) => {
    const { href, pathname } = new URL(login.data.request.url)
    const [base = ''] = pathname.split('/customer/account')
    const location = login.header('location') ?? ''
    const page = URL.canParse(location, href) ? new URL(location, href).pathname : ''
    // A module may lead every customer to a page of its own, but not to the home page.
    const path = page.startsWith(`${base}/`) ? page.slice(base.length) : page
    if (!['', '/'].includes(path) && !path.startsWith('/customer/'))
      inapplicable('the shop leads its customers to a page of its own after a login')
    expectRedirect(login, '/customer/account')
  },
)

must(
  'STORE-15',
  'A login changes the session id',
  {
    why: 'Otherwise an attacker, by setting a session id in a browser before the login, has access to the account after it.',
    source: [code('module-customer/Model/Session.php', '2.4.7-p6'), seen],
  },
  ({ 'login page': page, login, account }) => {
    expectOwnPage(account)
    const [before, after] = [page, login].map((answer) => sessionCookie(answer)?.id)
    if (!after) throw new Unmet('a new PHPSESSID with the login', 'none', login)
    if (before === after) throw new Unmet('another PHPSESSID than before the login', 'the same', login)
  },
)

should(
  'STORE-16',
  'The session cookie of the storefront is `HttpOnly`: scripts cannot read it',
  {
    why: 'A script injected into any page of the shop could read the cookie and take over the session.',
    source: [verified('response-headers')],
  },
  ({ 'login page': page, login, account }) => {
    for (const answer of [page, login, account]) {
      const cookie = sessionCookie(answer)
      if (cookie && !/;\s*httponly/i.test(cookie.attributes))
        throw new Unmet('PHPSESSID with HttpOnly', `PHPSESSID with${cookie.attributes}`, answer)
    }
    expect(login).toHaveHeader('set-cookie', /PHPSESSID=/)
  },
)

must(
  'STORE-19',
  'Each visitor gets a separate session',
  {
    why: 'If two visitors share a session, the login of one logs in the other too.',
    source: [code('framework/Session/SessionManager.php', '2.4.7-p6'), seen],
    next: 'a cache may store the response together with its Set-Cookie, and give the session to other visitors',
  },
  ({ 'login page': page, 'login page of another visitor': other }) => {
    const ids = [page, other].map((answer) => sessionCookie(answer)?.id)
    if (ids[0] && ids[0] === ids[1]) throw new Unmet('another PHPSESSID for another visitor', 'the same', other)
  },
)

must(
  'STORE-25',
  'Each visitor gets a separate form key',
  { why: whyForgery, source: [code('framework/Data/Form/FormKey.php', '2.4.7-p6'), seen] },
  ({ 'login page': page, 'login page of another visitor': other }, shop) => {
    const keys = [page, other].map((answer) => formOn(answer, 'loginForm', shop).hidden.form_key)
    if (keys[0] && keys[0] === keys[1]) throw new Unmet('another form key for another visitor', 'the same', other)
  },
)
