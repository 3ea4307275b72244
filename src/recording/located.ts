import { found } from '../shared/json/pointer.ts'
import type { Body } from './body.ts'
import type { Exchange } from './exchange.ts'

/** A value with the place it came from, so that a failed expectation can point at it. */
export interface Located {
  readonly exchange: Exchange
  readonly side: 'answer' | 'request'
  readonly pointer: string
  /** Undefined when there is nothing at that place. */
  readonly value: unknown
  readonly exists: boolean
}

/** Finds a JSON pointer (RFC 6901) in a body; a body that is no JSON has nothing anywhere. */
export function located(exchange: Exchange, side: Located['side'], pointer: string, body: Body): Located {
  const place = body.json ? found(body.json.value, pointer) : undefined
  return { exchange, side, pointer, value: place?.value, exists: place !== undefined }
}
