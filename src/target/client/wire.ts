import type { Ask } from './request.ts'

/** A request as it is sent. */
export interface Wire {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | undefined
}

/** The address of a target, and what every request to it contains. */
export interface Destination {
  /** Without a trailing slash. */
  readonly baseUrl: string
  /** Default store code in the path. */
  readonly store: string
  /**
   * Headers of every request, or a function that returns them per request. Headers that the request sets take
   * precedence.
   */
  readonly headers: Readonly<Record<string, string>> | ((request: Ask) => Readonly<Record<string, string>>)
}

/** Returns the request as it is sent to a target. */
export function wireOf(request: Ask, destination: Destination): Wire {
  const path = pathOf(request, destination.store)
  return {
    method: request.method,
    path,
    headers: headersOf(request, destination.baseUrl + path, destination.headers),
    body: bodyOf(request),
  }
}

function pathOf({ path, from, store }: Ask, defaultStore: string): string {
  if (from === 'base') return path
  const code = store === undefined ? defaultStore : store
  return code === null ? `/rest${path}` : `/rest/${code}${path}`
}

function headersOf(request: Ask, url: string, extra: Destination['headers']): Record<string, string> {
  const own: Record<string, string> = { accept: 'application/json', 'user-agent': 'magento-customer-contract' }
  if (request.json !== undefined) own['content-type'] = 'application/json'
  const carried = lowerCased(typeof extra === 'function' ? extra(request) : extra)
  const given = lowerCased(request.headers ?? {})
  // Cookies that a proxy in front of the shop requires are sent with every request, besides the request's own.
  const cookie = carried.cookie && given.cookie ? { cookie: `${carried.cookie}; ${given.cookie}` } : {}
  return { ...own, ...carried, ...authorizationOf(request, url), ...given, ...cookie }
}

function authorizationOf({ token, method }: Ask, url: string): Record<string, string> {
  if (token === undefined) return {}
  return { authorization: typeof token === 'string' ? `Bearer ${token}` : token.authorization(method, url) }
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}

function bodyOf(request: Ask): Buffer | undefined {
  if (request.body !== undefined) return Buffer.from(request.body as string)
  return request.json === undefined ? undefined : Buffer.from(JSON.stringify(request.json))
}
