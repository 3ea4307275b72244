import type { Exchange } from '../../recording/exchange.ts'
import { frontOf } from '../../recording/front.ts'
import type { Halt } from '../../recording/recording.ts'
import { isLoopback } from '../hosts.ts'
import { messagesOf } from './messages.ts'
import { sessionCookie } from './session.ts'

type Untestable = Extract<Halt, { kind: 'untestable' }>

/** reCAPTCHA, or Magento's own CAPTCHA image. */
export const demandsCaptcha: Halt = {
  kind: 'untestable',
  power: 'captcha',
  why: 'the storefront requires a CAPTCHA in this form, which the run cannot solve',
  setting: 'switch recaptcha_frontend/type_for and customer/captcha off for it on the staging shop',
}

/**
 * True if the page reports a wrong CAPTCHA. The shop may require one after a set number of wrong passwords, even if the
 * form had none when it was opened.
 */
export const isCaptchaRefusal = (page: Exchange): boolean =>
  messagesOf(page).some(({ type, text }) => type === 'error' && /captcha/i.test(String(text)))

/**
 * Returns why a page is not from the shop as customers see it: a redirect to another origin or below another path, an
 * answer or authentication of a proxy, or a Secure session cookie over plain HTTP. Returns undefined if none of these applies.
 */
export function elsewhere(page: Exchange): Untestable | undefined {
  const asked = new URL(page.data.request.url)
  const origin = otherOrigin(page, asked)
  if (origin) {
    const setting = `set MAGENTO_STOREFRONT_URL to the address that customers open, as ${origin}`
    return untestable(`the storefront leads on from ${asked.origin} to ${origin}`, setting)
  }
  if (page.status === 401)
    return untestable(
      `something in front of the storefront refuses "${page.name}" with 401`,
      'let this machine in by its address, or write user:password@ into MAGENTO_STOREFRONT_URL',
    )
  const prefix = prefixOf(page, asked)
  if (prefix !== undefined)
    return untestable(
      `the storefront leads on from ${asked.pathname} to a path below ${prefix}`,
      `set MAGENTO_STOREFRONT_URL to ${asked.origin}${prefix}`,
    )
  const front = frontOf(page.data.response)
  if (front)
    return untestable(
      `something in front of the storefront answers "${page.name}" with ${page.status}: ${front.who}`,
      front.kind === 'challenge'
        ? 'let this machine past the challenge by its address'
        : 'let this machine in by its address',
    )
  const isOpen = asked.protocol === 'http:' && !isLoopback(asked.hostname)
  if (isOpen && /;\s*secure\b/i.test(sessionCookie(page)?.attributes ?? ''))
    return untestable(
      'the storefront marks its session cookie Secure, which nobody sends back over plain http',
      'set MAGENTO_STOREFRONT_URL to the https address of the shop, or switch web/secure/use_in_frontend off',
    )
  return undefined
}

/**
 * Returns the origin of a redirect to the same page or the base URL elsewhere (https, www), else undefined. A redirect
 * to a different page does not count.
 */
function otherOrigin(page: Exchange, asked: URL): string | undefined {
  const { status } = page
  const location = page.header('location') ?? ''
  if (status < 300 || status > 399 || !URL.canParse(location, asked.href)) return undefined
  const { origin, pathname, protocol, hostname } = new URL(location, asked.href)
  const bare = (path: string) => path.replace(/\/$/, '')
  // After the end of a session Magento redirects to its base URL and omits the port.
  if (protocol === asked.protocol && hostname === asked.hostname && bare(pathname) !== bare(asked.pathname))
    return undefined
  return origin !== asked.origin && ['', bare(asked.pathname)].includes(bare(pathname)) ? origin : undefined
}

/** Returns what a redirect puts before the path of the same page, such as the code of a store view; else undefined. */
function prefixOf(page: Exchange, asked: URL): string | undefined {
  const location = page.header('location') ?? ''
  if (page.status < 300 || page.status > 399 || !URL.canParse(location, asked.href)) return undefined
  const { origin, pathname } = new URL(location, asked.href)
  const isBelow = origin === asked.origin && pathname !== asked.pathname && pathname.endsWith(asked.pathname)
  return isBelow ? pathname.slice(0, -asked.pathname.length) : undefined
}

/** A form key without a session: the page comes from a cache, and a script inserts the visitor's own key. */
export const keptByCache: Halt = {
  kind: 'untestable',
  power: 'storefront',
  why: 'a cache serves the login form without a session, so its form key is valid only after a script has run',
  setting: 'exempt /customer/account/login/ from the cache, as a stock shop does',
}

const untestable = (why: string, setting: string): Untestable => ({
  kind: 'untestable',
  power: 'storefront',
  why,
  setting,
})
