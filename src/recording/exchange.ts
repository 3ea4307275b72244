import { found } from '../shared/json/pointer.ts'
import { type Body, readBody } from './body.ts'
import type { Grade } from './evidence.ts'

/** A header as it was sent; a name may occur several times. */
export type Header = readonly [name: string, value: string]

export interface RecordedRequest {
  readonly method: string
  readonly url: string
  readonly headers: readonly Header[]
  /** The bytes that were sent; undefined without a body. */
  readonly body?: Buffer
}

export interface RecordedResponse {
  readonly status: number
  readonly statusText: string
  readonly httpVersion: string
  readonly headers: readonly Header[]
  /** The bytes after content decoding (gzip), otherwise unchanged. */
  readonly body: Buffer
}

export interface PageCut {
  /** Size of the whole body in bytes, unpacked. */
  readonly size: number
}

export interface ExchangeData {
  readonly scenario: string
  readonly name: string
  readonly startedAt: string
  /** Milliseconds from sending to the last byte. */
  readonly time: number
  /** Number of retries after a broken connection or a temporary refusal (429). */
  readonly retries?: number
  /** Grade of evidence, if the response is about expiry. */
  readonly evidence?: Grade
  /** Set for a storefront page, whose body is reduced to what the suite reads. */
  readonly page?: PageCut
  readonly request: RecordedRequest
  readonly response: RecordedResponse
}

/** A value with its place in an exchange, to report in a failed expectation. */
export interface Located {
  readonly exchange: Exchange
  readonly side: 'answer' | 'request'
  readonly pointer: string
  /** undefined if there is nothing at the pointer. */
  readonly value: unknown
  readonly exists: boolean
}

/**
 * Parsed JSON takes up to twenty times its size. Of bodies larger than this, in bytes, only the last one stays parsed.
 */
const largestKeptRead = 16 * 1024
let latest: { readonly of: Exchange; readonly body: Body } | undefined

/**
 * One request and its answer. Parsed views are computed from the bytes on demand; they throw if the bytes cannot be
 * parsed.
 */
export class Exchange {
  readonly data: ExchangeData
  #answered: Body | undefined
  #sent: Body | undefined
  #everything: string | undefined

  constructor(data: ExchangeData) {
    this.data = data
  }

  get name(): string {
    return this.data.name
  }

  get status(): number {
    return this.data.response.status
  }

  /** The response body, parsed by its content. */
  get body(): Body {
    if (this.#answered) return this.#answered
    if (latest?.of === this) return latest.body
    const body = readBody(this.data.response.body)
    if (!body.json || body.bytes.length <= largestKeptRead) this.#answered = body
    else latest = { of: this, body }
    return body
  }

  /**
   * The parsed JSON of the response; undefined if it is no JSON (`body.json` distinguishes this from a missing value).
   */
  get json(): unknown {
    return this.body.json?.value
  }

  /** Returns all values of a response header, in order; names are case-insensitive. */
  headers(name: string): string[] {
    return valuesOf(this.data.response.headers, name)
  }

  /** Returns the values of a response header joined by commas; undefined if absent. */
  header(name: string): string | undefined {
    const values = this.headers(name)
    return values.length ? values.join(', ') : undefined
  }

  /** Headers and body of the response as text, to search for values that must not occur. */
  get everything(): string {
    const { headers, body } = this.data.response
    if (this.#everything !== undefined) return this.#everything
    const everything = `${headers.flat().join('\n')}\n${body.toString('utf8')}`
    if (body.length <= largestKeptRead) this.#everything = everything
    return everything
  }

  /** Returns a value of the response by JSON pointer, e.g. `/addresses/0/region`. */
  at(pointer: string): Located {
    return located(this, 'answer', pointer, this.body)
  }

  /** Returns a value of the request body by JSON pointer. */
  sent(pointer: string): Located {
    this.#sent ??= readBody(this.data.request.body ?? Buffer.alloc(0))
    return located(this, 'request', pointer, this.#sent)
  }
}

/** Returns the first value of a header; undefined if absent. Names are case-insensitive. */
export function firstValue(headers: readonly Header[], name: string): string | undefined {
  return valuesOf(headers, name)[0]
}

function valuesOf(headers: readonly Header[], name: string): string[] {
  return headers.filter(([key]) => key.toLowerCase() === name.toLowerCase()).map(([, value]) => value)
}

/** Resolves a JSON pointer (RFC 6901); nothing exists in a body that is no JSON. */
function located(exchange: Exchange, side: Located['side'], pointer: string, body: Body): Located {
  const place = body.json ? found(body.json.value, pointer) : undefined
  return { exchange, side, pointer, value: place?.value, exists: place !== undefined }
}
