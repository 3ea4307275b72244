import type { Document } from './contract/document.ts'
import { findOperation } from './contract/find-operation.ts'
import { validatorOf } from './validator.ts'

/** One request and its response, from any source. */
export interface Asked {
  /** A description for people. */
  readonly name: string
  readonly method: string
  readonly url: string
  readonly accept: string | undefined
  /** The JSON of the request; undefined if it has no body or another type. */
  readonly sent: { readonly value: unknown } | undefined
  readonly status: number
  readonly header: (name: string) => string | undefined
  /** The JSON value, or the text if it is not JSON. */
  readonly body: unknown
}

export interface Judged {
  /** Responses that contradict the document. */
  readonly wrong: readonly string[]
  /** Requests that the document does not allow, but the shop accepted with 200. */
  readonly odd: ReadonlyMap<string, string>
  /** Number of compared responses. */
  readonly looked: number
  /** Successful operations that the document lacks. */
  readonly unknown: readonly string[]
}

/** Compares a document with real responses. */
export function judgeBy(document: Document, exchanges: readonly Asked[]): Judged {
  const validator = validatorOf(document)
  const wrong: string[] = []
  const unknown: string[] = []
  const odd = new Map<string, string>()
  let looked = 0
  for (const asked of exchanges) {
    const { name, method, url, status, body, sent, header } = asked
    const found = findOperation(document, method, url)
    if (!found) {
      if (status < 300 && isOfTheApi(url)) unknown.push(`${name}: ${method} ${url}`)
      continue
    }
    if (isLeftOut(asked)) continue
    looked++
    const problems = [...validator.answer(found, status, body), ...validator.headers(found, status, header)]
    wrong.push(...problems.map((problem) => `${name}: ${found.operation.operationId} ${status}: ${problem}`))
    const [refused] = status === 200 && sent ? validator.request(found, sent.value) : []
    if (refused) odd.set(name, refused)
  }
  return { wrong, odd, looked, unknown }
}

/** The run also requests pages of the storefront, which no document describes. */
const isOfTheApi = (url: string) => /\/rest(\/|$)/.test(new URL(url, 'http://shop.invalid').pathname)

/** What the document excludes: other types than JSON by `Accept`, and responses reduced by `fields`. */
function isLeftOut({ accept, header, url }: Asked): boolean {
  const isJson = header('content-type')?.startsWith('application/json') ?? false
  const takesJson = accept === undefined || ['', '*/*', 'application/json'].includes(accept)
  return /[?&]fields=/.test(url) || (!takesJson && !isJson)
}
