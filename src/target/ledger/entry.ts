/** Increase it when a reader of an older version would misread a line. */
export const ledgerVersion = 1

/** The events of an address. A reader skips unknown ones. */
export const ledgerEvents = ['creating', 'created', 'refused', 'deleted', 'absent', 'kept'] as const

/**
 * - `creating`: a request is about to be sent that may create an account with this address, or give it to one
 * - `created`: the response confirmed it, with an id if it contained one
 * - `refused`: the request was refused, or not sent after all
 * - `deleted`: the account was deleted
 * - `absent`: the shop, when asked later, has no such account
 * - `kept`: left in place on purpose, for a later run
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
  /** ISO 8601, local clock. */
  readonly at: string
  /** Distinguishes the runs in one ledger. */
  readonly run: string
  /** Base URL of the target, without a trailing slash. */
  readonly target: string
}
