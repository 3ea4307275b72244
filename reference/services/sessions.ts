import { createHash, randomBytes } from 'node:crypto'
import { cookieOf, namedSession, newSessionId } from '../pipeline/session-id.ts'
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
      // A script of a page that came from a cache makes up a key, and sends it as cookie too.
      session.formKey = cookieOf(call, 'form_key') ?? session.formKey
      shop.store.sessions.set(id, session)
      call.sessionId = id
      return session
    },

    /** Remembers a page of the shop's own to lead back to after the login. */
    rememberPage(call: Call, url: string): void {
      if (shop.services.isOwnPage(url)) shop.services.sessionOf(call).wanted = url
    },

    isOwnPage: (url: string) => url.startsWith(`${shop.baseUrl}/`),

    /** The page that was remembered, once. */
    rememberedPage(call: Call): string | undefined {
      const session = shop.services.sessionOf(call)
      const { wanted } = session
      session.wanted = undefined
      return wanted
    },

    /** Ends a session whose customer got another password. @returns whether it was one */
    leaveEnded(call: Call): boolean {
      const id = namedSession(call) ?? ''
      if (!shop.store.sessions.get(id)?.ended) return false
      shop.store.sessions.delete(id)
      return true
    },

    /** Whose session it is. */
    loggedIn(call: Call): Customer | undefined {
      return shop.store.customers.get(shop.services.sessionOf(call).customerId ?? 0)
    },

    /** Logs in: the session goes on under a new id, so that nobody who knew the old one is in it. */
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

    /** Whose password changes is logged out everywhere. */
    endSessionsOf(customer: Customer): void {
      for (const session of shop.store.sessions.values())
        if (session.customerId === customer.id) Object.assign(session, { customerId: undefined, ended: true })
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
