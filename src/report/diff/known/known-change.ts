import type { ChangeName } from '../../../../release/index.ts'

/** The place of a change. An omitted field matches anything. */
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

/** A change between releases, and the differences that show it. */
export interface KnownChange {
  /** Which releases have it, what it is and where that is known from stands in `release/`. */
  readonly change: ChangeName
  readonly seen: readonly Pattern[]
}
