import type { Level } from '../../judge/requirement.ts'
import type { Verdict } from '../../judge/verdict.ts'
import type { Outcome } from '../outcome.ts'
import type { Report } from '../report.ts'

/** Raised when a reader of an older document would misread it. Pinned by schemas/merged.schema.json. */
export const mergedVersion = 1

/** The summary of one shop's report. */
export interface MergedShop {
  /** Of the file of shops, else of the report's folder or the shop's host. */
  readonly name: string
  readonly url: string
  readonly store: string
  readonly embedded: boolean
  readonly release: Report['release']
  readonly suiteVersion: string
  readonly startedAt: string
  readonly profile: NonNullable<Report['profile']>
  readonly only?: readonly string[]
  readonly excluded?: readonly string[]
  readonly conformant: Report['conformant']
  readonly exitCode: Report['exitCode']
  readonly counts: Readonly<Record<Verdict, number>>
  /** How many requirements of each chapter came to what; what there is none of is left out. */
  readonly chapters: Readonly<Record<string, Readonly<Partial<Record<Outcome, number>>>>>
  /** What each requirement came to that its run judged; inapplicable ones are left out. */
  readonly outcomes: Readonly<Record<string, Outcome>>
  /** Its own page, from the folder of the merged one. */
  readonly page?: string
}

/** A requirement that any of the lists below names. */
export interface MergedRequirement {
  readonly level: Level
  readonly sentence: string
  readonly chapter: string
}

/** A requirement that passes in some shops of a release and fails in others. */
export interface Differing {
  readonly id: string
  readonly release: string
  /** The names of shops by what it came to there. */
  readonly shops: Readonly<Partial<Record<Outcome, readonly string[]>>>
}

/** The outcomes of a requirement in a shop, before and now. */
export interface Turned {
  readonly id: string
  readonly shop: string
  readonly before: Outcome
  readonly after: Outcome
}

/** What is new since an older merged report. */
export interface Since {
  /** When the newest run of it began. */
  readonly startedAt: string
  /** Held before, and does not now, or could not be judged before. */
  readonly broken: readonly Turned[]
  readonly mended: readonly Turned[]
  /** Shops that one of the two has. */
  readonly added: readonly string[]
  readonly gone: readonly string[]
  /** Shops that were judged as another release. */
  readonly releases: readonly { readonly shop: string; readonly before: string; readonly after: string }[]
}

export interface Merged {
  readonly $schema: 'merged.schema.json'
  readonly version: typeof mergedVersion
  readonly suite: { readonly name: string; readonly version: string }
  readonly shops: readonly MergedShop[]
  readonly requirements: Readonly<Record<string, MergedRequirement>>
  readonly differing: readonly Differing[]
  readonly since?: Since
}

/** Whether the requirement was judged and is not met, accepted or not. */
export const isUnheld = (outcome: Outcome | undefined): boolean =>
  outcome !== undefined && ['fail', 'warn', 'advice', 'accepted', 'overdue', 'blocked'].includes(outcome)

/** Whether it was judged and holds. A stale entry speaks of a requirement that passes. */
export const isHeld = (outcome: Outcome | undefined): boolean => outcome === 'pass' || outcome === 'stale'
