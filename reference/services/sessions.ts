import { createHash, randomBytes } from 'node:crypto'
import { namedSession, newSessionId } from '../pipeline/session-id.ts'
import type { Customer, Session, User } from '../store.ts'
import type { Call, Shop } from '../types.ts'

const newFormKey = () => randomBytes(12).toString('base64').replace(/[+/]/g, 'x')

/** Sessions of the storefront, which its cookie names, and the form keys that belong to them. */
export function sessionServices(shop: Shop) {
  return {
    /** The session that the request's cookie names, made anew where there is none. */
    sessionOf(call: Call): Session {
      const id = call.sessionId ?? namedSession(call) ?? newSessionId()
      const session = shop.store.sessions.get(id) ?? { formKey: newFormKey() }
      shop.store.sessions.set(id, session)
      call.sessionId = id
      return session
    },

    /** Whose session it is. */
    loggedIn(call: Call): Customer | undefined {
      return shop.store.customers.get(shop.services.sessionOf(call).customerId ?? 0)
    },

    /** Logs in: the session goes on under a new id, so that nobody who knew the old one is in it. */
    beginSession(call: Call, customer: Customer): void {
      const session = { ...shop.services.sessionOf(call), customerId: customer.id }
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

    /** Whose password changes is logged out everywhere. */
    endSessionsOf(customer: Customer): void {
      for (const session of shop.store.sessions.values())
        if (session.customerId === customer.id) session.customerId = undefined
    },

    /** Whether a form was sent with the key of the page it stood on. */
    formKeyFits(call: Call, form: Record<string, unknown>): boolean {
      return form.form_key === shop.services.sessionOf(call).formKey
    },

    /** A session counts for the API too, but only for what says that a script of the shop's own pages sent it. */
    sessionUser(call: Call): User | undefined {
      if (!shop.services.isOfScript(call)) return undefined
      const customerId = shop.store.sessions.get(namedSession(call) ?? '')?.customerId
      return customerId && shop.store.customers.has(customerId) ? { type: 'customer', id: customerId } : undefined
    },

    isOfScript: (call: Call) => call.headers['x-requested-with'] === 'XMLHttpRequest',

    /** Which of the pages a cache may show: another for who is logged in. */
    varyOf: (customer: Customer) => createHash('sha1').update(`customer_group${customer.group_id}`).digest('hex'),
  }
}

declare module '../types.ts' {
  interface Services extends ReturnType<typeof sessionServices> {}
}
