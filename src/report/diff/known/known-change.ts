import type { ChangeName } from '../../../../release/index.ts'

/** Where a change is seen. What is not given may be anything. */
export interface Pattern {
  /** Scenario and exchange, as `customer-token#issue`. */
  readonly where?: RegExp
  readonly operation?: RegExp
  readonly place?: RegExp
  /** What releases outside the range answer. */
  readonly old?: RegExp
  /** What releases of the range answer. */
  readonly now?: RegExp
}

/** A change between releases, and the differences by which it is seen. */
export interface KnownChange {
  /** Which releases have it, what it is and where that is known from stands in `release/`. */
  readonly change: ChangeName
  readonly seen: readonly Pattern[]
}
