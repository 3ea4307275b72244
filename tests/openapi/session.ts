import { createClock, createShop, type Shop } from '../../reference/index.ts'
import type { Document, Operation } from './contract/document.ts'

/** One request and its response, as an example. */
export interface Example {
  readonly operationId: string
  /** A description of the example. */
  readonly shows: string
  readonly status: number
  readonly request?: unknown
  readonly answer: unknown
  /** True if it is used only when no other example shows the status. */
  readonly general: boolean
}

interface Asked {
  readonly path?: Record<string, string | number>
  readonly query?: Record<string, string>
  readonly body?: unknown
  readonly bearer?: string
  /** The store view in the URL; `default` if absent. */
  readonly store?: string
  readonly general?: boolean
  /** Number of entries shown of a long list. */
  readonly first?: number
  /** Objects of the response that are shown empty, because their references would be resolved in the document. */
  readonly emptied?: readonly string[]
}

/** A shop at a fixed time; requests by the document's operations and their responses become examples. */
export interface Session {
  readonly shop: Shop
  readonly admin: string
  readonly examples: Example[]
  /** Calls an operation. Returns undefined if the document has none of this name. */
  ask(operationId: string, shows: string, asked?: Asked): Promise<unknown>
  /** Returns the query parameter in the newest mail's link; examples show a replacement. */
  mailed(name: string): string
}

const startedAt = Date.parse('2026-01-31T01:18:13Z')
const standIns = { opaque: 'q0u66k8h42yaevtchv09uyy3y9gaj2ap', link: 'Vh1QpXk3s0ZtWn8LrY5mCe7JdU2bGa9F' }

/** @param settings the shop's settings, by configuration path */
export function openSession(document: Document, settings: Record<string, string> = {}): Session {
  const shop = createShop({ release: document.info.version, settings, clock: createClock(() => startedAt) })
  shop.store.secret = Buffer.from('not a secret: this shop is made anew for every document')
  shop.store.lastCustomerId = 1
  shop.store.lastAddressId = 1
  const replaced = new Map<string, string>()
  const examples: Example[] = []
  const shown = (value: unknown) => {
    let text = JSON.stringify(value)
    for (const [actual, other] of replaced) text = text.replaceAll(actual, other)
    return JSON.parse(text.replace(/webapi-[0-9a-f]+/g, 'webapi-697d5ae5a1b2c'))
  }
  return {
    shop,
    admin: shop.services.issuePermanentToken(1),
    examples,
    mailed: (name) => {
      const link = /href="([^"]+)"/.exec(shop.outbox.mails.at(-1)?.html ?? '')?.[1] ?? ''
      const value = new URL(link.replaceAll('&amp;', '&')).searchParams.get(name) ?? ''
      replaced.set(value, standIns.link)
      return value
    },
    ask: async (operationId, shows, asked = {}) => {
      const found = located(document, operationId)
      if (!found) return undefined
      shop.clock.advance(1)
      const { status, body } = await shop.handle({
        method: found.method.toUpperCase(),
        url: urlOf(found.path, asked),
        headers: headersOf(asked),
        body: Buffer.from(asked.body === undefined ? '' : JSON.stringify(asked.body)),
      })
      const text = body.toString()
      const answer = found.path === '/magento_version' ? text : (JSON.parse(text) as unknown)
      if (typeof answer === 'string' && /^[a-z0-9]{32}$/.test(answer)) replaced.set(answer, standIns.opaque)
      const request = asked.body === undefined ? {} : { request: shown(asked.body) }
      examples.push({
        operationId,
        shows,
        status,
        ...request,
        answer: shown(cut(answer, asked)),
        general: asked.general ?? false,
      })
      return answer
    },
  }
}

function cut(answer: unknown, { first, emptied = [] }: Asked): unknown {
  if (Array.isArray(answer)) return answer.slice(0, first)
  return emptied.length ? { ...(answer as object), ...Object.fromEntries(emptied.map((name) => [name, {}])) } : answer
}

function located({ paths = {} }: Document, operationId: string): { path: string; method: string } | undefined {
  for (const [path, methods] of Object.entries(paths))
    for (const [method, operation] of Object.entries(methods ?? {}))
      if ((operation as Operation).operationId === operationId) return { path, method }
  return undefined
}

function urlOf(template: string, { path = {}, query, store = 'default' }: Asked): string {
  const filled = template.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(path[name])))
  const search = query ? `?${new URLSearchParams(query)}` : ''
  return `${template === '/magento_version' ? '' : `/rest/${store}`}${filled}${search}`
}

function headersOf({ body, bearer }: Asked): Record<string, string> {
  return {
    host: '127.0.0.1:8080',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
  }
}
