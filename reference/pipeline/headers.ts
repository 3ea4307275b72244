import type { Call, Shop } from '../types.ts'
import { namedSession, newSessionId } from './session-id.ts'

type Header = [string, string]

const longAgo = 'Thu, 19 Nov 1981 08:52:00 GMT'
const protection: Header[] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['X-XSS-Protection', '1; mode=block'],
  ['X-Frame-Options', 'SAMEORIGIN'],
]

const mediaTypes = { json: 'application/json; charset=utf-8', xml: 'application/xml; charset=utf-8' }

/** Returns the headers of an API response (docs/findings.md#response-headers). X-Frame-Options is only on successes. */
export function apiHeaders(shop: Shop, call: Call, status: number): Header[] {
  return [
    ['Content-Type', mediaTypes[call.format]],
    ...sessionHeaders(shop, call),
    ...(status === 200 ? [['X-Frame-Options', 'SAMEORIGIN'] as Header] : []),
    ...cacheHeaders(shop),
  ]
}

/** The schema has neither a charset nor X-Frame-Options. */
export function schemaHeaders(shop: Shop, call: Call): Header[] {
  return [['Content-Type', 'application/json'], ...sessionHeaders(shop, call), ...cacheHeaders(shop)]
}

/** The stock error page lacks the caching headers of the API. */
export function errorPageHeaders(shop: Shop, call: Call): Header[] {
  const legacy = shop.rules.noStore ? [] : [...sessionHeaders(shop, call), ...cacheHeaders(shop)]
  return [['Content-Type', 'text/html; charset=UTF-8'], ...legacy, ...protection]
}

/** Returns the headers of a storefront page. */
export function pageHeaders(shop: Shop, call: Call, contentType: string): Header[] {
  const yearAgo = new Date(shop.clock.now() - 365 * 86400_000).toUTCString()
  return [
    ['Content-Type', contentType],
    sessionCookie(shop, call),
    ['Pragma', 'no-cache'],
    ['Cache-Control', 'max-age=0, must-revalidate, no-cache, no-store'],
    ['Expires', yearAgo],
    ...protection,
  ]
}

/** Returns the headers of a page whose session has ended. */
export function endedSessionHeaders(shop: Shop, call: Call): Header[] {
  call.sessionId = newSessionId()
  return [
    ['Expires', longAgo],
    ['Cache-Control', 'no-store, no-cache, must-revalidate'],
    ['Pragma', 'no-cache'],
    sessionCookie(shop, call),
    ['Set-Cookie', droppedCookie('PHPSESSID')],
  ]
}

function cacheHeaders(shop: Shop): Header[] {
  return [['Cache-Control', shop.rules.noStore ? 'no-store' : 'no-store, no-cache, must-revalidate']]
}

function sessionHeaders(shop: Shop, call: Call): Header[] {
  if (shop.rules.lazySession && !call.session) return []
  const dropped = call.dropped.map((name): Header => ['Set-Cookie', droppedCookie(name)])
  return [sessionCookie(shop, call), ...dropped, ['Expires', longAgo], ['Pragma', 'no-cache']]
}

function sessionCookie(shop: Shop, call: Call): Header {
  const id = call.sessionId ?? namedSession(call) ?? newSessionId()
  const expires = cookieDate(shop, shop.clock.now() + 3600_000)
  const domain = (call.headers.host ?? '127.0.0.1').replace(/:\d+$/, '')
  const sameSite = shop.rules.sameSiteCookie ? '; SameSite=Lax' : ''
  return [
    'Set-Cookie',
    `PHPSESSID=${id}; expires=${expires}; Max-Age=3600; path=/; domain=${domain}; HttpOnly${sameSite}`,
  ]
}

function droppedCookie(name: string): string {
  return `${name}=deleted; expires=Thu, 01-Jan-1970 00:00:01 GMT; Max-Age=0; path=/`
}

function cookieDate(shop: Shop, at: number): string {
  const text = new Date(at).toUTCString()
  return shop.rules.cookieDatesWithBlanks ? text : text.replace(/(\d\d) (\w{3}) (\d{4})/, '$1-$2-$3')
}
