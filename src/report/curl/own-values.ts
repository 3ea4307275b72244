import type { Exchange } from '../../recording/exchange.ts'
import type { Recording } from '../../recording/recording.ts'
import { remembering } from '../../shared/memo.ts'

/** The values of one run that differ in another. */
export interface OwnValues {
  /** Customer tokens, with the exchange that issued each. */
  readonly tokens: ReadonlyMap<string, Exchange>
  /** Administrator tokens, recognised by their use on administrators' routes. */
  readonly adminTokens: ReadonlySet<string>
  /** The registration of each e-mail address, in lower case. */
  readonly registrations: ReadonlyMap<string, Exchange>
  /** Passwords with the time when each was first accepted. */
  readonly passwords: ReadonlyMap<string, string>
  /** Ids of customers and addresses, with the customer's e-mail address. */
  readonly customerIds: ReadonlyMap<string, string>
  readonly addressIds: ReadonlyMap<string, string>
  /** Reset tokens and confirmation keys in mails, with the recipient. */
  readonly resetTokens: ReadonlyMap<string, string>
  readonly confirmationKeys: ReadonlyMap<string, string>
}

/** Collects them from requests and responses, as placeholders cannot be told from other texts. */
export const ownValuesOf = remembering(({ exchanges, mails }: Recording): OwnValues => {
  const tokens = new Map<string, Exchange>()
  const adminTokens = new Set<string>()
  const registrations = new Map<string, Exchange>()
  const passwords = new Map<string, string>()
  const customerIds = new Map<string, string>()
  const addressIds = new Map<string, string>()
  for (const exchange of exchanges) {
    if (exchange.status !== 200) continue
    const { json } = exchange
    const { startedAt } = exchange.data
    const path = pathOf(exchange)
    const issued = path.endsWith('/integration/customer/token') || path.endsWith('/integration/admin/token')
    if (issued && typeof json === 'string') {
      if (path.includes('/admin/')) adminTokens.add(json)
      else tokens.set(json, exchange)
    }
    const email = exchange.sent('/customer/email').value
    if (isRegistration(exchange) && typeof email === 'string' && !registrations.has(email.toLowerCase()))
      registrations.set(email.toLowerCase(), exchange)
    for (const place of ['/password', '/newPassword']) {
      const { value } = exchange.sent(place)
      const known = typeof value === 'string' ? passwords.get(value) : undefined
      if (typeof value === 'string' && (known ?? startedAt) >= startedAt) passwords.set(value, startedAt)
    }
    if (/\/customers(\/me|\/\d+)?$/.test(path)) gatherIds(json, customerIds, addressIds)
  }
  for (const exchange of exchanges) {
    const token = bearerOf(exchange)
    if (!token || tokens.has(token) || exchange.status !== 200) continue
    if (/\/V1\/customers\/(\d+|search|addresses\/\d+)$/.test(pathOf(exchange))) adminTokens.add(token)
  }
  const resetTokens = new Map<string, string>()
  const confirmationKeys = new Map<string, string>()
  for (const { to, mails: arrived } of mails)
    for (const link of arrived.flatMap(({ links }) => links)) {
      const found = URL.canParse(link) ? new URL(link).searchParams : undefined
      const [token, key] = [found?.get('token'), found?.get('key')]
      if (token) resetTokens.set(token, to.toLowerCase())
      if (key) confirmationKeys.set(key, to.toLowerCase())
    }
  const ids = { customerIds, addressIds, resetTokens, confirmationKeys }
  return { tokens, adminTokens, registrations, passwords, ...ids }
})

/** True if an exchange is a registration, with any result. */
export const isRegistration = (exchange: Exchange) =>
  exchange.data.request.method === 'POST' && pathOf(exchange).endsWith('/V1/customers')

export const pathOf = ({ data }: Exchange): string =>
  URL.canParse(data.request.url) ? new URL(data.request.url).pathname : data.request.url

const bearerOf = ({ data }: Exchange): string | undefined =>
  data.request.headers.flatMap(([name, value]) =>
    name === 'authorization' ? (/^Bearer (\S+)$/.exec(value)?.[1] ?? []) : [],
  )[0]

/** The first e-mail address seen with an id owns it, as a defect may later return it with another. */
function gatherIds(json: unknown, customerIds: Map<string, string>, addressIds: Map<string, string>): void {
  const { id, email, addresses } = (json ?? {}) as { id?: unknown; email?: unknown; addresses?: unknown }
  const owner = String(email).toLowerCase()
  if (typeof id === 'number' && !customerIds.has(String(id))) customerIds.set(String(id), owner)
  for (const address of Array.isArray(addresses) ? addresses : [])
    if (typeof address?.id === 'number' && !addressIds.has(String(address.id)))
      addressIds.set(String(address.id), owner)
}
