import type { Call, Change, HttpRequest } from '../../reference/index.ts'

/** Changes each API request before the shop processes it. */
export const asking =
  (change: (request: HttpRequest) => Partial<HttpRequest> | undefined): Change =>
  (shop) => {
    const { handle } = shop
    shop.handle = (request) => handle({ ...request, ...(isRest(request) ? change(request) : {}) })
  }

/** Changes path and query of requests. */
export const askingFor = (pattern: RegExp, replacement: string): Change =>
  asking(({ url }) => ({ url: url.replace(pattern, replacement) }))

/** Changes a header of requests; a missing one counts as empty. */
export const hearing = (name: string, change: (value: string, request: HttpRequest) => string): Change =>
  asking((request) => ({ headers: { ...request.headers, [name]: change(headerOf(request, name), request) } }))

/** Changes the object in the JSON body of requests; undefined leaves it unchanged. */
export const reading = (change: (body: Record<string, unknown>, request: HttpRequest) => unknown): Change =>
  asking((request) => {
    const body = jsonOf(request)
    const changed =
      typeof body === 'object' && body !== null ? change(body as Record<string, unknown>, request) : undefined
    return changed === undefined ? undefined : { body: Buffer.from(JSON.stringify(changed)) }
  })

/** Returns the parsed body; undefined if it is no JSON. */
export function jsonOf({ body }: Pick<HttpRequest, 'body'>): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body))
  } catch {
    return undefined
  }
}

/** Returns a property of the body before binding. */
export const sent = ({ body }: Call, name: string): unknown =>
  (jsonOf({ body }) as Record<string, unknown> | undefined)?.[name]

export const headerOf = ({ headers }: HttpRequest, name: string): string => String(headers[name] ?? '')

/** Returns an object without some of its keys. */
export const without = (object: object, ...keys: string[]) =>
  Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)))

const isRest = ({ url }: HttpRequest) => /\/rest(\/|$)/.test(url)
