import type { ChangeName } from '../../../../release/index.ts'

/** The place of a change. An omitted field matches anything. */
export interface Pattern {
  /** Scenario and exchange, as `customer-token#issue`. */
  readonly where?: RegExp
  readonly operation?: RegExp
  readonly place?: RegExp
  /** Response of releases outside the range. */
  readonly old?: RegExp
  /** Response of releases in the range. */
  readonly now?: RegExp
}

/** A change between releases, and the differences that show it. */
export interface KnownChange {
  /** Its releases, description and source are in `release/`. */
  readonly change: ChangeName
  readonly seen: readonly Pattern[]
}
