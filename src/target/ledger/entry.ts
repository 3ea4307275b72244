/** Raised when a reader of an older ledger would misread a line. */
export const ledgerVersion = 1

/** What a line may tell of an address; a reader passes over what it does not know. */
export const ledgerEvents = ['creating', 'created', 'refused', 'deleted', 'absent', 'kept'] as const

/**
 * - `creating`: a request that may make an account with this address, or give it to one, is about to be sent
 * - `created`: it was answered with one, whose id is told where the answer told it
 * - `refused`: it was refused, or not sent after all
 * - `deleted`: the account is gone
 * - `absent`: the shop was asked afterwards, and has none
 * - `kept`: it stays on purpose, for a later run
 */
export type LedgerEvent = (typeof ledgerEvents)[number]

export interface LedgerNote {
  readonly event: LedgerEvent
  readonly email: string
  readonly id?: number
}

/** One line of a ledger. */
export interface LedgerEntry extends LedgerNote {
  readonly version: typeof ledgerVersion
  /** ISO 8601, by this machine's clock. */
  readonly at: string
  /** Tells the runs of one ledger apart. */
  readonly run: string
  /** The target's base URL, without a slash at its end. */
  readonly target: string
}
