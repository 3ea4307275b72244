import type { Ask } from './request.ts'

/** A request as it goes over the wire. */
export interface Wire {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | undefined
}

/**
 * What a request comes to for a target.
 * @param store the store code in the path where the request names none
 * @param extra headers that every request carries; the request's own win
 */
export function wireOf(request: Ask, store: string, extra: Readonly<Record<string, string>>): Wire {
  return {
    method: request.method,
    path: pathOf(request, store),
    headers: headersOf(request, extra),
    body: bodyOf(request),
  }
}

function pathOf({ path, from, store }: Ask, defaultStore: string): string {
  if (from === 'base') return path
  const code = store === undefined ? defaultStore : store
  return code === null ? `/rest${path}` : `/rest/${code}${path}`
}

function headersOf(request: Ask, extra: Readonly<Record<string, string>>): Record<string, string> {
  const own: Record<string, string> = { accept: 'application/json', 'user-agent': 'magento-customer-contract' }
  if (request.json !== undefined) own['content-type'] = 'application/json'
  if (request.token !== undefined) own.authorization = `Bearer ${request.token}`
  const given = Object.entries({ ...extra, ...request.headers }).map(([name, value]) => [name.toLowerCase(), value])
  return { ...own, ...Object.fromEntries(given) }
}

function bodyOf(request: Ask): Buffer | undefined {
  if (request.body !== undefined) return Buffer.from(request.body as string)
  return request.json === undefined ? undefined : Buffer.from(JSON.stringify(request.json))
}
