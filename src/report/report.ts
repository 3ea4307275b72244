import type { Adjustments } from '../judge/adjustments.ts'
import type { ExpectedReport, Known } from '../judge/expected/expected.ts'
import type { Requirement } from '../judge/requirement.ts'
import type { Result, Verdict } from '../judge/verdict.ts'
import type { Cleaned, Left } from '../perform/clean-up.ts'
import type { Recording, RecordingMeta, SetupFinding } from '../recording/recording.ts'
import type { Profile } from '../shared/profile.ts'
import type { Spent } from '../target/guard/limits.ts'
import type { Closest } from './closest.ts'
import type { Documents } from './documents/three-ways.ts'
import type { ExitCode } from './exit-code.ts'
import type { Finding } from './findings/finding.ts'

/** Increase it when a reader of an older report would misread it. Fixed by schemas/report.schema.json. */
export const reportVersion = 2

export interface ReportedRequirement extends Omit<Result, 'read'> {
  /** True for a shop's own requirement, which is not part of Magento's contract. */
  readonly own?: true
  readonly chapter: string
  readonly level: Requirement['level']
  readonly advice: boolean
  /** True if a failure means that the shop discloses data; absent in old reports. */
  readonly leak?: true
  /** The smallest profile that contains it; absent in old reports. */
  readonly profile?: Profile
  readonly sentence: string
  readonly source: readonly string[]
  /** The URLs of sources, by text; absent in old reports. */
  readonly links?: Readonly<Record<string, string>>
  readonly releases: string
  readonly scenario?: string
  readonly read: readonly string[]
  readonly curl?: string
  readonly next?: string
  /** Why it matters; only if it is not met. */
  readonly matters?: string
  /** Its expected failure and the state of that. */
  readonly known?: Known
}

export interface Report {
  readonly $schema: string
  readonly version: typeof reportVersion
  readonly suite: { readonly name: string; readonly version: string }
  readonly target: Pick<RecordingMeta, 'embedded' | 'store'> & {
    readonly url: string
    readonly magentoVersion?: string
  }
  readonly release: {
    readonly name: string
    readonly source: RecordingMeta['release']['source'] | 'judged as' | 'closest' | 'found'
  }
  /** The releases that fit best; absent in old reports. */
  readonly closest?: Closest
  readonly powers: readonly string[]
  readonly probes: RecordingMeta['probes']
  readonly startedAt: string
  readonly performedMs: number
  readonly requests: number
  /** Number of requests that were retried successfully after the connection broke. */
  readonly retried: number
  /** Selected requirements; all if absent. */
  readonly only?: readonly string[]
  /** Requirements excluded from these; none if absent. */
  readonly excluded?: readonly string[]
  /** The selected profile; absent in old reports, which tested everything. */
  readonly profile?: Profile
  /**
   * The profiles that the target may claim, because it meets all their applicable MUSTs. Absent if only a part was
   * selected.
   */
  readonly earned?: readonly Profile[]
  readonly conformant: 'yes' | 'as far as tested' | 'no' | 'unknown'
  /** Magento's requirements by verdict. */
  readonly counts: Readonly<Record<Verdict, number>>
  /** The shop's own requirements by verdict; absent if it has none. */
  readonly own?: Readonly<Record<Verdict, number>>
  /** The shop's changes to the contract, and whether they weaken it; absent if there are none. */
  readonly adjusted?: Adjustments & { readonly less: boolean }
  readonly exitCode: ExitCode
  readonly requirements: readonly ReportedRequirement[]
  /** The file of expected failures, with the ids by state; absent without a file. */
  readonly expected?: ExpectedReport
  /** How the shop's setup limits what the run can test; absent in old reports. */
  readonly setup?: readonly SetupFinding[]
  /** Differences from the documentation, or from the shop's own settings, that are no failures. */
  readonly notes: readonly string[]
  /** Explanations of requirements that are not met, sorted by weight; absent in reports of version 1. */
  readonly findings?: readonly Finding[]
  /**
   * Disagreements between Adobe's document, the shop's own description and the responses; absent in old reports, and if only
   * other requirements were selected.
   */
  readonly documents?: Documents
  /** Accounts left on the target. */
  readonly left: readonly Left[]
  /** Number of created and deleted accounts; absent for the embedded reference, and if judged again by `judge`. */
  readonly accounts?: Pick<Cleaned, 'created' | 'removed'>
  /** The used part of the limits; absent if judged again by `judge`. */
  readonly budget?: Spent
  /** All exchanges, so that other readers can derive more; absent in old reports. */
  readonly recording?: Recording
}
