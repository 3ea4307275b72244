import { answers, service } from '../../faults/change.ts'
import { faults } from '../../faults/fault.ts'
import type { Answer, Call } from '../../reference/index.ts'
import { at, sentTo, somebodyElse } from './page-changes.faults.ts'

/** The pages of an account, for a visitor who is logged in. */
const isOwnPage = (call: Call, { status }: Answer) =>
  status === 200 && (at('account')(call) || at('address')(call) || at('account/login')(call))

export const storefrontSessionFaults = faults([
  {
    id: 'logout-without-effect',
    does: 'the storefront logout does not end the session',
    breaks: ['STORE-14'],
    change: service('endSession', () => () => {}),
  },
  {
    id: 'logout-forgets-only-the-cookie',
    does: 'the storefront logout sets a new cookie but leaves the old session open',
    breaks: ['STORE-14'],
    change: service('endSession', () => (call) => {
      call.sessionId = undefined
      call.headers.cookie = ''
    }),
  },
  {
    id: 'session-id-kept-at-login',
    does: 'the storefront login keeps the session id (session fixation)',
    breaks: ['STORE-15'],
    change: service('nextSessionId', (next) => (call) => call.sessionId ?? next(call)),
  },
  {
    id: 'session-cookie-open-to-scripts',
    does: 'the storefront’s session cookie lacks `HttpOnly`',
    breaks: ['STORE-16'],
    change: answers(sentTo('account/loginpost'), ({ headers }) => ({
      headers: headers.map(([name, value]): [string, string] => [name, value.replace('; HttpOnly', '')]),
    })),
  },
  {
    id: 'account-pages-for-caches',
    does: 'account pages may be cached for an hour (`Cache-Control`)',
    breaks: ['STORE-17'],
    change: answers(isOwnPage, ({ headers }) => ({
      headers: headers.map(([name, value]): [string, string] =>
        name === 'Cache-Control' ? [name, 'public, max-age=3600, s-maxage=3600'] : [name, value],
      ),
    })),
  },
  {
    id: 'account-pages-in-frames',
    does: 'account pages lack `X-Frame-Options`, so any site may show them in a frame',
    breaks: ['STORE-18'],
    change: answers(isOwnPage, ({ headers }) => ({ headers: headers.filter(([name]) => name !== 'X-Frame-Options') })),
  },
  {
    id: 'session-opens-rest',
    does: 'a storefront session opens REST to requests from any site (CSRF)',
    breaks: ['STORE-32'],
    change: service('isOfScript', () => () => true),
  },
  {
    id: 'session-opens-no-rest',
    does: 'a storefront session does not open REST to the shop’s own scripts',
    breaks: ['STORE-33'],
    change: service('sessionUser', () => () => undefined),
  },
  {
    id: 'session-opens-the-profile-of-another',
    does: 'a storefront session opens another customer’s profile over REST',
    breaks: ['SAFE-04', 'STORE-33'],
    change: service('sessionUser', (user, shop) => (call) => {
      const found = user(call)
      const own = found && shop.store.customers.get(found.id)
      const other = own && somebodyElse(shop.store.customers, own)
      return other ? { type: 'customer', id: other.id } : found
    }),
  },
  {
    id: 'session-survives-a-new-password',
    does: 'a password change does not end storefront sessions',
    breaks: ['STORE-40', 'STORE-54'],
    change: service('endSessionsOf', () => () => {}),
  },
  {
    id: 'storefront-keeps-the-old-password',
    does: 'the storefront still accepts the old password after a change',
    breaks: ['STORE-41'],
    change: (shop) => {
      const first = new Map<number, string>()
      const { loginAtStorefront, passwordMatches } = shop.services
      let atStorefront = false
      shop.services.passwordMatches = (customer, password) => {
        const hash = first.get(customer.id) ?? customer.passwordHash ?? ''
        first.set(customer.id, hash)
        return passwordMatches(atStorefront ? { ...customer, passwordHash: hash } : customer, password)
      }
      shop.services.loginAtStorefront = (call, email, password) => {
        atStorefront = true
        try {
          return loginAtStorefront(call, email, password)
        } finally {
          atStorefront = false
        }
      }
    },
  },
])
