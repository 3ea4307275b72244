import { type Exchange, firstValue } from '../recording/exchange.ts'
import type { Recording } from '../recording/recording.ts'
import { readToken } from '../recording/token/json-web-token.ts'
import { configuredLifetime } from '../recording/token/lifetime.ts'

/**
 * Returns the exchanges that were rejected because a token of the shop had expired by then, as happens with a lifetime
 * of a minute or a slow shop. They do not show how the shop treats a valid token.
 */
export function refusedAsExpired({ exchanges, meta }: Recording): ReadonlySet<Exchange> {
  const configured = Number(meta.probes[configuredLifetime]?.value ?? 0)
  const ends = new Map<string, number>()
  const refused = new Set<Exchange>()
  for (const exchange of exchanges) {
    const { request } = exchange.data
    const [, token = ''] = /^bearer (\S+)$/i.exec(firstValue(request.headers, 'authorization') ?? '') ?? []
    const end = ends.get(token)
    if (exchange.status === 401 && end !== undefined && end <= secondOf(exchange)) refused.add(exchange)
    if (exchange.status !== 200 || !/\/token\/?$/.test(new URL(request.url).pathname)) continue
    const issued = exchange.body.json?.value
    if (typeof issued !== 'string') continue
    const { exp } = readToken(issued)?.claims ?? {}
    // A token that expired before it was issued is a defect of the shop, or a fixed response of a mock.
    if (typeof exp === 'number') {
      if (exp > secondOf(exchange)) ends.set(issued, exp)
    } else if (configured > 0) ends.set(issued, secondOf(exchange) + configured)
  }
  return refused
}

/** Returns the time of a response in seconds, by the shop's clock if it sends one. */
function secondOf({ data }: Exchange): number {
  const told = Date.parse(firstValue(data.response.headers, 'date') ?? '')
  return Math.floor((Number.isNaN(told) ? Date.parse(data.startedAt) : told) / 1000)
}
