import type { Document } from './contract/document.ts'
import { findOperation } from './contract/find-operation.ts'
import { validatorOf } from './validator.ts'

/** One request and its answer, from wherever they come. */
export interface Asked {
  /** For people. */
  readonly name: string
  readonly method: string
  readonly url: string
  readonly accept: string | undefined
  /** What was sent as JSON; undefined when nothing or something else was. */
  readonly sent: { readonly value: unknown } | undefined
  readonly status: number
  readonly header: (name: string) => string | undefined
  /** The JSON value, or the text of what is none. */
  readonly body: unknown
}

export interface Judged {
  /** Answers that the document says something else of. */
  readonly wrong: readonly string[]
  /** Requests that were answered with 200 though the document does not allow them. */
  readonly odd: ReadonlyMap<string, string>
  /** How many answers were looked at. */
  readonly looked: number
  /** Successes of what the document does not have. */
  readonly unknown: readonly string[]
}

/** Holds a document against what was really answered. */
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

/** The pages of the storefront are asked for too, and no document describes them. */
const isOfTheApi = (url: string) => /\/rest(\/|$)/.test(new URL(url, 'http://shop.invalid').pathname)

/** What the document says that it leaves out: other forms than JSON by `Accept`, and answers cut by `fields`. */
function isLeftOut({ accept, header, url }: Asked): boolean {
  const isJson = header('content-type')?.startsWith('application/json') ?? false
  const takesJson = accept === undefined || ['', '*/*', 'application/json'].includes(accept)
  return /[?&]fields=/.test(url) || (!takesJson && !isJson)
}
