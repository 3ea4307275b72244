import { answers, service } from '../../faults/change.ts'
import { faults } from '../../faults/fault.ts'
import type { Answer, Call } from '../../reference/index.ts'
import { at, sentTo, somebodyElse } from './page-changes.faults.ts'

/** The pages of an account, for who is in it. */
const isOwnPage = (call: Call, { status }: Answer) =>
  status === 200 && (at('account')(call) || at('address')(call) || at('account/login')(call))

export const storefrontSessionFaults = faults([
  {
    id: 'logout-without-effect',
    does: 'logging out of the storefront says goodbye and ends nothing',
    breaks: ['STORE-14'],
    change: service('endSession', () => () => {}),
  },
  {
    id: 'logout-forgets-only-the-cookie',
    does: 'logging out gives the browser another session and leaves the old one open',
    breaks: ['STORE-14'],
    change: service('endSession', () => (call) => {
      call.sessionId = undefined
      call.headers.cookie = ''
    }),
  },
  {
    id: 'session-id-kept-at-login',
    does: 'a login keeps the id of the session (session fixation)',
    breaks: ['STORE-15'],
    change: service('nextSessionId', (next) => (call) => call.sessionId ?? next(call)),
  },
  {
    id: 'session-cookie-open-to-scripts',
    does: 'scripts of the storefront can read the session cookie',
    breaks: ['STORE-16'],
    change: answers(sentTo('account/loginpost'), ({ headers }) => ({
      headers: headers.map(([name, value]): [string, string] => [name, value.replace('; HttpOnly', '')]),
    })),
  },
  {
    id: 'account-pages-for-caches',
    does: 'pages of an account say that a cache may keep them for an hour',
    breaks: ['STORE-17'],
    change: answers(isOwnPage, ({ headers }) => ({
      headers: headers.map(([name, value]): [string, string] =>
        name === 'Cache-Control' ? [name, 'public, max-age=3600, s-maxage=3600'] : [name, value],
      ),
    })),
  },
  {
    id: 'account-pages-in-frames',
    does: 'pages of an account let any site show them in a frame',
    breaks: ['STORE-18'],
    change: answers(isOwnPage, ({ headers }) => ({ headers: headers.filter(([name]) => name !== 'X-Frame-Options') })),
  },
  {
    id: 'session-opens-rest',
    does: 'a session of the storefront opens REST to any request that the browser sends, from whatever page',
    breaks: ['STORE-32'],
    change: service('isOfScript', () => () => true),
  },
  {
    id: 'session-opens-no-rest',
    does: 'scripts of the shop’s own pages are guests to REST',
    breaks: ['STORE-33'],
    change: service('sessionUser', () => () => undefined),
  },
  {
    id: 'session-opens-the-profile-of-another',
    does: 'to scripts of the shop’s pages REST shows the profile of another customer',
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
    does: 'sessions of the storefront survive that the password changes',
    breaks: ['STORE-40', 'STORE-54'],
    change: service('endSessionsOf', () => () => {}),
  },
  {
    id: 'storefront-keeps-the-old-password',
    does: 'the storefront goes on with the password that an account was created with',
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
