import type { Exchange } from '../../src/recording/exchange.ts'

/** A response with one error. */
export interface Mutant {
  readonly kind: string
  /** The place as JSON pointer; empty for the response as a whole. */
  readonly at: string
  readonly exchange: Exchange
}
