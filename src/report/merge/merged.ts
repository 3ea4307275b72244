import type { Level } from '../../judge/requirement.ts'
import type { Verdict } from '../../judge/verdict.ts'
import type { Outcome } from '../outcome.ts'
import type { Report } from '../report.ts'

/** Increase it when a reader of an older document would misread it. Fixed by schemas/merged.schema.json. */
export const mergedVersion = 1

/** The summary of one shop's report. */
export interface MergedShop {
  /** From the fleet file, else the report's folder or the shop's host. */
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
  /** Number of requirements by chapter and outcome, without zeros. */
  readonly chapters: Readonly<Record<string, Readonly<Partial<Record<Outcome, number>>>>>
  /** Outcome by requirement id, without inapplicable ones. */
  readonly outcomes: Readonly<Record<string, Outcome>>
  /** Its own page, relative to the folder of the merged one. */
  readonly page?: string
}

/** A requirement named in one of the lists below. */
export interface MergedRequirement {
  readonly level: Level
  readonly sentence: string
  readonly chapter: string
}

/** A requirement that passes in some shops of a release and fails in others. */
export interface Differing {
  readonly id: string
  readonly release: string
  /** Names of shops by outcome. */
  readonly shops: Readonly<Partial<Record<Outcome, readonly string[]>>>
}

/** The outcomes of a requirement in a shop, earlier and now. */
export interface Turned {
  readonly id: string
  readonly shop: string
  readonly before: Outcome
  readonly after: Outcome
}

/** The changes since an older merged report. */
export interface Since {
  /** Start of the newest run in it. */
  readonly startedAt: string
  /** Not met now; before, it passed or could not be judged. */
  readonly broken: readonly Turned[]
  readonly mended: readonly Turned[]
  /** Shops in only one of the two. */
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

/** True if the requirement was judged and is not met, accepted or not. */
export const isUnheld = (outcome: Outcome | undefined): boolean =>
  outcome !== undefined && ['fail', 'warn', 'advice', 'accepted', 'overdue', 'blocked'].includes(outcome)

/** True if it was judged and is met; a stale entry belongs to a requirement that passes. */
export const isHeld = (outcome: Outcome | undefined): boolean => outcome === 'pass' || outcome === 'stale'
