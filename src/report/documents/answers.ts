import { type Exchange, firstValue } from '../../recording/exchange.ts'
import { isUnavailable } from '../../recording/unavailable.ts'
import { remembering } from '../../shared/memo.ts'

/** A response that can be compared with a document. */
export interface Answer {
  readonly exchange: Exchange
  readonly method: string
  /** Path below `/rest/<store>`, decoded: `/V1/customers/me`. */
  readonly path: string
}

/**
 * Returns the responses that a document describes: complete JSON responses of the synchronous API. Requests with a
 * method override or a field filter are left out, and so are responses of a proxy in front of the shop.
 */
export const judgedAnswers = remembering((exchanges: readonly Exchange[]): Answer[] =>
  exchanges.flatMap((exchange) => answerIn(exchange) ?? []),
)

/** Returns the same object for the same exchange, because results are cached by it. */
const answerIn = remembering((exchange: Exchange): Answer | undefined => {
  if (isUnavailable(exchange.data.response)) return undefined
  const { method, url, headers } = exchange.data.request
  const { pathname, searchParams } = new URL(url)
  const path = /\/rest(?:\/\w+)?(\/V1\/.*)$/.exec(pathname)?.[1]
  if (!path || searchParams.has('fields') || firstValue(headers, 'x-http-method-override') !== undefined)
    return undefined
  return takesJson(firstValue(headers, 'accept') ?? '') ? { exchange, method, path } : undefined
})

const takesJson = (accept: string) => /^$|\*\/\*|application\/json/.test(accept) && !/xml/.test(accept)
