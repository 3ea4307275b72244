import type { ReleaseRange } from '../../../../release/index.ts'
import type { Source } from '../../../judge/source.ts'

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

/** Something that releases do differently, and the changes by which it is seen. */
export interface KnownChange {
  /** The releases that do it. */
  readonly in: ReleaseRange
  /** In a sentence that begins with the releases. */
  readonly says: string
  readonly source: Source
  readonly seen: readonly Pattern[]
}
