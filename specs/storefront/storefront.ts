import { Undecided, Unmet, untestable } from '../../src/judge/unmet.ts'
import type { Stage } from '../../src/perform/stage.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { elsewhere } from '../../src/target/storefront/obstacle.ts'
import type { Visitor } from '../../src/target/storefront/visitor.ts'

export const storefront = {
  account: '/customer/account/',
  login: '/customer/account/login/',
  logout: '/customer/account/logout/',
  addressBook: '/customer/address/',
  newAddress: '/customer/address/new/',
  createPassword: '/customer/account/createpassword/',
} as const

/** Returns the path that a response redirects to; undefined if it does not redirect. */
function redirectPath(answer: Exchange): string | undefined {
  const { url } = answer.data.request
  const location = answer.header('location')
  if (answer.status < 300 || answer.status > 399 || !location || !URL.canParse(location, url)) return undefined
  return new URL(location, url).pathname
}

/** The input of a customer in the login form. */
export const loginFields = ({ email, password }: { readonly email: string; readonly password: string }) => ({
  'login[username]': email,
  'login[password]': password,
})

/**
 * Logs in with the form of the login page, and opens the account page.
 * @param page the path of the login page
 */
export async function* enter(
  guest: Visitor,
  form: Stage['form'],
  customer: Parameters<typeof loginFields>[0],
  page: string = storefront.login,
) {
  const entrance = form(yield* guest.visit('login page', page), 'loginForm')
  yield* guest.submit('login', entrance, loginFields(customer))
  yield* guest.visit('account', storefront.account)
}

/** @throws Unmet unless the response redirects to an account page, with any prefix in the path */
export function expectRedirect(answer: Exchange, page: string): void {
  const actual = redirectPath(answer)
  const place = new RegExp(`${page.replace(/\/$/, '')}(/|$)`, 'i')
  if (actual !== undefined && place.test(actual)) return
  throw new Unmet(
    `a redirect to ${page}`,
    actual === undefined ? `status ${answer.status}` : `a redirect to ${actual.replace(/\/referer\/.*/, '/')}`,
    answer,
  )
}

/**
 * A login must redirect; the shop chooses where to (customer/startup/redirect_dashboard).
 * @throws Unmet unless the response redirects to another page
 */
export function expectLedOn(answer: Exchange): void {
  if (redirectPath(answer) === undefined) throw new Unmet('a redirect', `status ${answer.status}`, answer)
}

/**
 * After a session has ended, Magento redirects the next page to the base URL, and the one after that to the login.
 * @param account the first page requested in a session that was logged in
 * @throws Unmet unless the session has ended
 */
export function expectEnded(account: Exchange): void {
  const { pathname } = new URL(account.data.request.url)
  const to = redirectPath(account)
  const isBase = to?.endsWith('/') && to !== pathname && pathname.startsWith(to)
  if (!isBase) expectGuest(account)
}

/** @throws Undecided if a form was sent without the form key of its page, as in versions before 0.3.0 */
export function expectKeySent(sent: Exchange): void {
  const fields = new URLSearchParams(sent.data.request.body?.toString())
  if (fields.get('form_key')) return
  untestable(
    `"${sent.name}" was sent without the form key of its page`,
    'ask the shop anew: the recording was made by a version of the suite that left the key out',
  )
}

/** @throws Unmet unless the account page treats the visitor as a guest */
export const expectGuest = (account: Exchange): void => expectRedirect(account, storefront.login)

/** Like `expectPage`, for a page that needs a login. @throws Undecided if the login failed */
export function expectOwnPage(page: Exchange): void {
  if (isLogin.test(redirectPath(page) ?? ''))
    throw new Undecided('blocked', `"${page.name}" was redirected to the login page after a login`, { by: 'login' })
  expectPage(page)
}

const isLogin = new RegExp(`${storefront.login.slice(0, -1)}(/|$)`, 'i')

/** @throws Unmet unless the page is shown; Undecided if something in front of the shop responds instead */
export function expectPage(page: Exchange): void {
  if (page.status === 200) return
  const away = elsewhere(page)
  if (away) untestable(away.why, away.setting)
  const to = redirectPath(page)?.replace(/\/referer\/.*/, '/')
  throw new Unmet('the page, with status 200', `status ${page.status}${to ? `, a redirect to ${to}` : ''}`, page)
}
