import { type Exchange, firstValue } from '../../recording/exchange.ts'
import { isUnavailable } from '../../recording/unavailable.ts'
import { remembering } from '../../shared/memo.ts'

/** An answer that can be judged by a document, with the path of its request as in the document. */
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
export const judgedAnswers = remembering((exchanges: readonly Exchange[]): Answer[] =>
  exchanges.flatMap((exchange) => answerIn(exchange) ?? []),
)

/** The same answer each time, so that what is found out about it can be remembered by it. */
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
