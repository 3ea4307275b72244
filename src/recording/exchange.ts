import { found } from '../shared/json/pointer.ts'
import { type Body, readBody } from './body.ts'
import type { Grade } from './evidence.ts'

/** A header as it was sent; a name may occur several times. */
export type Header = readonly [name: string, value: string]

export interface RecordedRequest {
  readonly method: string
  readonly url: string
  readonly headers: readonly Header[]
  /** Exactly what was sent, or undefined when no body was. */
  readonly body?: Buffer
}

export interface RecordedResponse {
  readonly status: number
  readonly statusText: string
  readonly httpVersion: string
  readonly headers: readonly Header[]
  /** The bytes after content decoding (gzip), before any other interpretation. */
  readonly body: Buffer
}

export interface PageCut {
  /** Bytes of the whole body, unpacked. */
  readonly size: number
}

export interface ExchangeData {
  readonly scenario: string
  readonly name: string
  readonly startedAt: string
  /** Milliseconds from sending to the last byte. */
  readonly time: number
  /** How often a broken connection, or a refusal for the moment (429), was tried again before this answer came. */
  readonly retries?: number
  /** What the answer is evidence of, where it is about expiry. */
  readonly evidence?: Grade
  /** Of a page of the storefront: it is no answer of the API, and its body is cut to what is read of it. */
  readonly page?: PageCut
  readonly request: RecordedRequest
  readonly response: RecordedResponse
}

/** A value with its place in an exchange, so that a failed expectation can name the place. */
export interface Located {
  readonly exchange: Exchange
  readonly side: 'answer' | 'request'
  readonly pointer: string
  /** Undefined when there is nothing at that place. */
  readonly value: unknown
  readonly exists: boolean
}

/** Parsed JSON takes up to twenty times its bytes: of the bodies larger than this, in bytes, one at a time is kept read. */
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

  /** The answer's body, read as what its bytes are. */
  get body(): Body {
    if (this.#answered) return this.#answered
    if (latest?.of === this) return latest.body
    const body = readBody(this.data.response.body)
    if (!body.json || body.bytes.length <= largestKeptRead) this.#answered = body
    else latest = { of: this, body }
    return body
  }

  /** The parsed JSON of the answer; undefined when it is no JSON (`body.json` tells the two apart). */
  get json(): unknown {
    return this.body.json?.value
  }

  /** All values of a response header, in order, name compared without case. */
  headers(name: string): string[] {
    return valuesOf(this.data.response.headers, name)
  }

  /** The response header's values joined as HTTP allows; undefined when absent. */
  header(name: string): string | undefined {
    const values = this.headers(name)
    return values.length ? values.join(', ') : undefined
  }

  /** All of the answer as text, headers and body: for what must stand nowhere in it. */
  get everything(): string {
    const { headers, body } = this.data.response
    if (this.#everything !== undefined) return this.#everything
    const everything = `${headers.flat().join('\n')}\n${body.toString('utf8')}`
    if (body.length <= largestKeptRead) this.#everything = everything
    return everything
  }

  /** A place in the answer by JSON pointer, e.g. `/addresses/0/region`. */
  at(pointer: string): Located {
    return located(this, 'answer', pointer, this.body)
  }

  /** A place in what was sent, by JSON pointer. */
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

/** Finds a JSON pointer (RFC 6901) in a body; a body that is no JSON has nothing anywhere. */
function located(exchange: Exchange, side: Located['side'], pointer: string, body: Body): Located {
  const place = body.json ? found(body.json.value, pointer) : undefined
  return { exchange, side, pointer, value: place?.value, exists: place !== undefined }
}
