import { expect } from '../../src/judge/expect.ts'
import { textsCount } from '../../src/judge/language.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, doc, verified } from '../../src/judge/source.ts'
import { formOn } from '../../src/judge/storefront.ts'
import { Unmet } from '../../src/judge/unmet.ts'
import { messagesOf } from '../../src/target/storefront/messages.ts'
import { sessionCookie } from '../../src/target/storefront/session.ts'
import { signInFailed } from '../shared/messages.ts'
import { expectGuest, expectLedOn, expectOwnPage, expectPage, expectRedirect } from './storefront.ts'
import { storefrontAccount } from './storefront-account.scenario.ts'

const whyForgery =
  'Without it any page on the web can send this form in the name of whoever looks at it, and the browser adds the cookies.'

const { must, should } = requirementsOf(storefrontAccount)
const seen = verified('login-of-the-storefront')

must(
  'STORE-01',
  'The storefront leads a guest who wants the account page to the login',
  { why: 'A page that is shown to guests, or kept by a cache, shows one customer’s data to the next.', source: [seen] },
  ({ 'account as a guest': account }) => expectGuest(account),
)

must(
  'STORE-02',
  'The login form takes an e-mail and a password, and carries a form key',
  {
    why: 'A form without its key cannot log anybody in; it happens where a cache keeps the login page.',
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
    why: 'Who registers in an app and then opens the shop’s pages is one customer, and has to find one account.',
    source: [doc('order-create-customer'), seen],
    next: 'an account is of one website: where its pages have another address, set MAGENTO_STOREFRONT_URL to that',
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
    why: 'The pages and REST check the same password by different ways; one that forgets to opens every account.',
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
    why: 'A login that fails without a word looks like a broken page, and the customer goes elsewhere.',
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
  { why: 'A key that is not compared is none: an attacker’s form sends any.', source: [seen] },
  ({ 'wrong form key': login, 'account after the wrong form key': account }) => {
    expectLedOn(login)
    expectGuest(account)
  },
)

must(
  'STORE-14',
  'Logging out of the storefront ends the session, also for who kept its cookies',
  { why: 'On a shared computer the next person goes back to the account; a stolen cookie stays good.', source: [seen] },
  ({ account, logout, 'account after logout': after, 'account in the ended session': kept }) => {
    expectOwnPage(account)
    expectRedirect(logout, '/customer/account/logoutSuccess')
    expectGuest(after)
    expectGuest(kept)
  },
)

must(
  'STORE-15',
  'A login gives the session another id, so that nobody is in it who knew the one before',
  {
    why: 'Whoever plants a session id in a browser before the login is in the account after it.',
    source: [code('module-customer/Model/Session.php', '2.4.7-p6')],
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
  'The session cookie of the storefront is kept from scripts',
  {
    why: 'A script smuggled into any page of the shop would read the cookie and take the session with it.',
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
  'Each visitor gets a session of their own',
  {
    why: 'Two people in one session see one account: whoever logs in, logs the other in.',
    source: [code('framework/Session/SessionManager.php', '2.4.7-p6')],
    next: 'a cache keeps an answer together with its Set-Cookie: whoever gets it is in the session of another',
  },
  ({ 'login page': page, 'login page of another visitor': other }) => {
    const ids = [page, other].map((answer) => sessionCookie(answer)?.id)
    if (ids[0] && ids[0] === ids[1]) throw new Unmet('another PHPSESSID for another visitor', 'the same', other)
  },
)

must(
  'STORE-25',
  'Each visitor gets a form key of their own',
  { why: whyForgery, source: [code('framework/Data/Form/FormKey.php', '2.4.7-p6')] },
  ({ 'login page': page, 'login page of another visitor': other }, shop) => {
    const keys = [page, other].map((answer) => formOn(answer, 'loginForm', shop).hidden.form_key)
    if (keys[0] && keys[0] === keys[1]) throw new Unmet('another form key for another visitor', 'the same', other)
  },
)
