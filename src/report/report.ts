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

/** Raised when a reader of an older report would misread it. Pinned by schemas/report.schema.json. */
export const reportVersion = 2

export interface ReportedRequirement extends Omit<Result, 'read'> {
  /** It is the shop's own, and none of Magento's contract. */
  readonly own?: true
  readonly chapter: string
  readonly level: Requirement['level']
  readonly advice: boolean
  /** The smallest profile it belongs to; none in old reports. */
  readonly profile?: Profile
  readonly sentence: string
  readonly source: readonly string[]
  /** The address of each source that has one, by its text; none in old reports. */
  readonly links?: Readonly<Record<string, string>>
  readonly releases: string
  readonly scenario?: string
  readonly read: readonly string[]
  readonly curl?: string
  readonly next?: string
  /** Why it matters, where it does not hold. */
  readonly matters?: string
  /** What the file of expected failures says of it, and what became of that. */
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
  /** The releases that the answers fit best; not told by old reports. */
  readonly closest?: Closest
  readonly powers: readonly string[]
  readonly probes: RecordingMeta['probes']
  readonly startedAt: string
  readonly performedMs: number
  readonly requests: number
  /** Recorded questions that were asked once more because the connection broke, and were then answered. */
  readonly retried: number
  /** What was selected of the requirements; all of them when not given. */
  readonly only?: readonly string[]
  /** What was left out of these; nothing when not given. */
  readonly excluded?: readonly string[]
  /** How much was asked; none in old reports, which asked for everything. */
  readonly profile?: Profile
  /** The profiles that the target may claim: every MUST of them that applies to it holds. None where only a part was asked. */
  readonly earned?: readonly Profile[]
  readonly conformant: 'yes' | 'as far as tested' | 'no' | 'unknown'
  /** The requirements of Magento's contract by verdict. */
  readonly counts: Readonly<Record<Verdict, number>>
  /** The same of the shop's own requirements; none where it has none. */
  readonly own?: Readonly<Record<Verdict, number>>
  /** What the shop changed of the contract, and whether less is demanded so; none where nothing is changed. */
  readonly adjusted?: Adjustments & { readonly less: boolean }
  readonly exitCode: ExitCode
  readonly requirements: readonly ReportedRequirement[]
  /** The file of expected failures, and the ids that it lists by what became of them; none where there was no file. */
  readonly expected?: ExpectedReport
  /** How the shop is set up, where that decides what the run could ask; none in old reports. */
  readonly setup?: readonly SetupFinding[]
  /** What differs from the documentation, or from what the shop says of itself, and is no failure. */
  readonly notes: readonly string[]
  /** What explains the requirements that do not hold, what explains most first; none in reports of version 1. */
  readonly findings?: readonly Finding[]
  /** How Adobe's document, the shop's description of itself and the answers disagree; none in old reports. */
  readonly documents?: Documents
  /** Accounts that stay on the target. */
  readonly left: readonly Left[]
  /** How many accounts the run made and removed; not told of the embedded reference, nor by judging again. */
  readonly accounts?: Pick<Cleaned, 'created' | 'removed'>
  /** What was used of what is allowed; not told by judging again. */
  readonly budget?: Spent
  /** All that was asked and answered, from which another reader can derive what this one did not; none in old reports. */
  readonly recording?: Recording
}
