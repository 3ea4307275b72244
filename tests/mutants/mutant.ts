import type { Exchange } from '../../src/recording/exchange.ts'

/** An answer with one thing wrong. */
export interface Mutant {
  readonly kind: string
  /** Where, as JSON pointer; empty for the answer as a whole. */
  readonly at: string
  readonly exchange: Exchange
}
