import type { Report } from '../report.ts'
import type { ChangeClass, ChangeKind } from './classes.ts'
import type { Explanation } from './explain.ts'
import type { Timing } from './latency.ts'
import type { RequirementChange } from './requirements.ts'

/** Increase it when a reader of an older diff would misread it. Fixed by schemas/diff.schema.json. */
export const diffVersion = 1

/** A change, with all exchanges that show it. */
export interface Change {
  readonly class: ChangeClass
  readonly kind: ChangeKind
  readonly place: string
  readonly before: string
  readonly after: string
  /** Why it was expected; absent if it is unannounced. */
  readonly explained?: Explanation
  /** MUSTs that no longer hold because of it. */
  readonly breaks?: readonly string[]
  readonly operations: readonly string[]
  readonly exchanges: readonly { readonly scenario: string; readonly name: string }[]
}

export interface DiffSide {
  /** As given: a file or a URL. */
  readonly given: string
  readonly target: string
  readonly release: { readonly name: string; readonly source: Report['release']['source'] }
  readonly powers: readonly string[]
  readonly startedAt: string
}

export interface Diff {
  readonly $schema: 'diff.schema.json'
  readonly version: typeof diffVersion
  readonly suite: Report['suite']
  readonly before: DiffSide
  readonly after: DiffSide
  /** Both judged as the release before, or each as its own. */
  readonly judgedAs: 'each as its own release' | 'both as the release before'
  readonly compared: { readonly exchanges: number; readonly mails: number; readonly requirements: number }
  /** Changes by class, including those of requirements, and how many of them are unannounced. */
  readonly counts: Readonly<Record<ChangeClass, { readonly all: number; readonly unannounced: number }>>
  readonly changes: readonly Change[]
  readonly requirements: {
    readonly changes: readonly RequirementChange[]
    readonly begin: readonly string[]
    readonly end: readonly string[]
  }
  readonly timings: readonly (Timing & { readonly class: 'timing' })[]
  readonly notCompared: readonly NotCompared[]
  /** Other differences between the shops or runs that may be the reason of a change. */
  readonly notes: readonly string[]
}

/** Exchanges of one side only, grouped by reason. */
export interface NotCompared {
  /** `both`: sent to neither side. */
  readonly missing: 'before' | 'after' | 'both'
  readonly why: string
  readonly exchanges: readonly { readonly scenario: string; readonly name: string }[]
  readonly requirements: readonly string[]
}
