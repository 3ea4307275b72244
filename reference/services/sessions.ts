import { createHash, randomBytes } from 'node:crypto'
import { cookieOf, namedSession, newSessionId } from '../pipeline/session-id.ts'
import type { Customer, Session, User } from '../store.ts'
import type { Call, Shop } from '../types.ts'

const newFormKey = () => randomBytes(12).toString('base64').replace(/[+/]/g, 'x')

/** Storefront sessions, identified by a cookie, with their form keys. */
export function sessionServices(shop: Shop) {
  return {
    /** Returns the session of the request's cookie; creates one if there is none. */
    sessionOf(call: Call): Session {
      const id = call.sessionId ?? namedSession(call) ?? newSessionId()
      const session = shop.store.sessions.get(id) ?? { formKey: newFormKey() }
      // A script of a cached page generates a key and also sends it as a cookie.
      session.formKey = cookieOf(call, 'form_key') ?? session.formKey
      shop.store.sessions.set(id, session)
      call.sessionId = id
      return session
    },

    /** Stores a page of the shop to redirect to after the login. */
    rememberPage(call: Call, url: string): void {
      if (shop.services.isOwnPage(url)) shop.services.sessionOf(call).wanted = url
    },

    isOwnPage: (url: string) => url.startsWith(`${shop.baseUrl}/`),

    /** Returns the stored page and clears it. */
    rememberedPage(call: Call): string | undefined {
      const session = shop.services.sessionOf(call)
      const { wanted } = session
      session.wanted = undefined
      return wanted
    },

    /** Ends a session whose customer's password was changed. @returns true if it was such a session */
    leaveEnded(call: Call): boolean {
      const id = namedSession(call) ?? ''
      if (!shop.store.sessions.get(id)?.ended) return false
      shop.store.sessions.delete(id)
      return true
    },

    /** Returns the customer of the session. */
    loggedIn(call: Call): Customer | undefined {
      return shop.store.customers.get(shop.services.sessionOf(call).customerId ?? 0)
    },

    /** Logs in. The session gets a new id, so that nobody who knew the old one can use it. */
    beginSession(call: Call, customer: Customer): void {
      const session = { ...shop.services.sessionOf(call), customerId: customer.id, formKey: newFormKey() }
      shop.store.sessions.delete(call.sessionId ?? '')
      call.sessionId = shop.services.nextSessionId(call)
      shop.store.sessions.set(call.sessionId, session)
      shop.services.unlock(customer)
    },

    nextSessionId: (_: Call): string => newSessionId(),

    endSession(call: Call): void {
      shop.services.sessionOf(call)
      shop.store.sessions.delete(call.sessionId ?? '')
      call.sessionId = undefined
      call.headers.cookie = ''
    },

    /** Ends all sessions of a customer, after a change of the password. */
    endSessionsOf(customer: Customer): void {
      for (const session of shop.store.sessions.values())
        if (session.customerId === customer.id) Object.assign(session, { customerId: undefined, ended: true })
    },

    /** True if a form was sent with the session's form key. */
    formKeyFits(call: Call, form: Record<string, unknown>): boolean {
      return form.form_key === shop.services.sessionOf(call).formKey
    },

    /** A session is also valid for the API, but only for requests marked as sent by a script of the shop's pages. */
    sessionUser(call: Call): User | undefined {
      if (!shop.services.isOfScript(call)) return undefined
      const customerId = shop.store.sessions.get(namedSession(call) ?? '')?.customerId
      return customerId && shop.store.customers.has(customerId) ? { type: 'customer', id: customerId } : undefined
    },

    isOfScript: (call: Call) => call.headers['x-requested-with'] === 'XMLHttpRequest',

    /** Cache key for pages: differs by customer group. */
    varyOf: (customer: Customer) => createHash('sha1').update(`customer_group${customer.group_id}`).digest('hex'),
  }
}

declare module '../types.ts' {
  interface Services extends ReturnType<typeof sessionServices> {}
}
