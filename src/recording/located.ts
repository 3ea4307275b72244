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
  const found = body.json ? resolve(body.json.value, pointer) : undefined
  return { exchange, side, pointer, value: found?.value, exists: found !== undefined }
}

function resolve(root: unknown, pointer: string): { value: unknown } | undefined {
  let value = root
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<string, unknown>)[key]
  }
  return { value }
}
