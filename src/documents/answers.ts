import { type Exchange, firstValue } from '../recording/exchange.ts'
import { isUnavailable } from '../recording/unavailable.ts'

/** An answer that a document can be asked about, with the request's path as documents write it. */
export interface Answer {
  readonly exchange: Exchange
  readonly method: string
  /** Below `/rest/<store>`, decoded: `/V1/customers/me`. */
  readonly path: string
}

/**
 * The answers that a document speaks about: of the synchronous API, in JSON, whole. What was asked by another method
 * than it says, or for some fields only, is not, nor what stood in front of the shop.
 */
export function judgedAnswers(exchanges: readonly Exchange[]): Answer[] {
  return exchanges.flatMap((exchange) => {
    if (isUnavailable(exchange.data.response)) return []
    const { method, url, headers } = exchange.data.request
    const { pathname, searchParams } = new URL(url)
    const path = /\/rest(?:\/\w+)?(\/V1\/.*)$/.exec(pathname)?.[1]
    if (!path || searchParams.has('fields') || firstValue(headers, 'x-http-method-override') !== undefined) return []
    if (!takesJson(firstValue(headers, 'accept') ?? '')) return []
    return [{ exchange, method, path }]
  })
}

const takesJson = (accept: string) => /^$|\*\/\*|application\/json/.test(accept) && !/xml/.test(accept)
