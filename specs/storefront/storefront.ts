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

/** The path that an answer leads on to; undefined when it leads nowhere. */
function redirectPath(answer: Exchange): string | undefined {
  const { url } = answer.data.request
  const location = answer.header('location')
  if (answer.status < 300 || answer.status > 399 || !location || !URL.canParse(location, url)) return undefined
  return new URL(location, url).pathname
}

/** What a customer writes into the login form. */
export const loginFields = ({ email, password }: { readonly email: string; readonly password: string }) => ({
  'login[username]': email,
  'login[password]': password,
})

/**
 * Logs a visitor in, by the form of the login page, and looks at the account.
 * @param page where the login page is opened
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

/** @throws Unmet unless the answer leads on to a page of the customer's, whatever stands before that in the path */
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
 * Where a login leads is the shop's choice (customer/startup/redirect_dashboard); that it leads on is not.
 * @throws Unmet unless the answer leads on to another page
 */
export function expectLedOn(answer: Exchange): void {
  if (redirectPath(answer) === undefined) throw new Unmet('a redirect', `status ${answer.status}`, answer)
}

/**
 * Where a session has ended Magento leads its next page to the base URL, and the one after that to the login.
 * @param account the first page in a session that was logged in
 * @throws Unmet unless the session has ended
 */
export function expectEnded(account: Exchange): void {
  const { pathname } = new URL(account.data.request.url)
  const to = redirectPath(account)
  const isBase = to?.endsWith('/') && to !== pathname && pathname.startsWith(to)
  if (!isBase) expectGuest(account)
}

/** @throws Undecided where a form was sent without the key of its page, as versions before 0.3.0 did */
export function expectKeySent(sent: Exchange): void {
  const fields = new URLSearchParams(sent.data.request.body?.toString())
  if (fields.get('form_key')) return
  untestable(
    `"${sent.name}" was sent without the form key of its page`,
    'ask the shop anew: the recording was made by a version of the suite that left the key out',
  )
}

/** @throws Unmet unless the account page takes who asks for it for a guest */
export const expectGuest = (account: Exchange): void => expectRedirect(account, storefront.login)

/** As `expectPage`, of a page that shows nothing unless a login went well before. @throws Undecided where it did not */
export function expectOwnPage(page: Exchange): void {
  if (isLogin.test(redirectPath(page) ?? ''))
    throw new Undecided('blocked', `"${page.name}" was led to the login, after a login`, { by: 'login' })
  expectPage(page)
}

const isLogin = new RegExp(`${storefront.login.slice(0, -1)}(/|$)`, 'i')

/** @throws Unmet unless the page is shown, Undecided where something else answers in its place */
export function expectPage(page: Exchange): void {
  if (page.status === 200) return
  const away = elsewhere(page)
  if (away) untestable(away.why, away.setting)
  const to = redirectPath(page)?.replace(/\/referer\/.*/, '/')
  throw new Unmet('the page, with status 200', `status ${page.status}${to ? `, a redirect to ${to}` : ''}`, page)
}
