import { formatRelease, parseRelease } from '../../release/index.ts'
import { type Documents, threeWays } from '../documents/three-ways.ts'
import type { ExpectedFailures, ExpectedReport, Known } from '../expected/expected.ts'
import { weigh } from '../expected/weigh.ts'
import type { Spent } from '../guard/limits.ts'
import { fits } from '../judge/closest.ts'
import type { Requirement } from '../judge/requirement.ts'
import { describeSource, linkOf, type Source } from '../judge/source.ts'
import type { Result, Verdict } from '../judge/verdict.ts'
import { verdicts } from '../judge/verdict.ts'
import type { Cleaned, Left } from '../perform/clean-up.ts'
import { isWithin, type Profile } from '../profile.ts'
import type { Recording, RecordingMeta } from '../recording/recording.ts'
import { suiteVersion } from '../version.ts'
import { betterFit, type Closest, closest } from './closest.ts'
import { curl } from './curl.ts'
import { type ExitCode, exitCodeOf } from './exit-code.ts'
import { findingsOf } from './findings.ts'
import { isEarned, standingsOf } from './profiles.ts'
import { stateless } from './stateless.ts'

/** Raised when a reader of an older report would misread it. Pinned by schemas/report.schema.json. */
export const reportVersion = 1

export interface ReportedRequirement extends Omit<Result, 'read'> {
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
    readonly source: RecordingMeta['release']['source'] | 'judged as' | 'closest'
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
  /** How much was asked; none in old reports, which asked for everything. */
  readonly profile?: Profile
  /** The profiles that the target may claim: every MUST of them that applies to it holds. None where only a part was asked. */
  readonly earned?: readonly Profile[]
  readonly conformant: 'yes' | 'as far as tested' | 'no' | 'unknown'
  readonly counts: Readonly<Record<Verdict, number>>
  readonly exitCode: ExitCode
  readonly requirements: readonly ReportedRequirement[]
  /** The file of expected failures, and the ids that it lists by what became of them; none where there was no file. */
  readonly expected?: ExpectedReport
  /** What differs from the documentation, or from what the shop says of itself, and is no failure. */
  readonly findings: readonly string[]
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

/** Puts together all that a reader needs to act. The JSON report is this, and every other form is derived from it. */
export function reportOf(
  recording: Recording,
  requirements: readonly Requirement[],
  results: readonly Result[],
  options: {
    judgedAs?: string | undefined
    profile?: Profile
    /** Whether that is the closest release, not one the user named. */
    asClosest?: boolean | undefined
    only?: readonly string[] | undefined
    accounts?: Cleaned
    budget?: Spent
    expected?: ExpectedFailures | undefined
    /** The day to weigh them on, in UTC; the present one when not given. */
    today?: string
  } = {},
): Report {
  const { meta } = recording
  const { accounts, only, profile = meta.profile ?? 'full' } = options
  const broken = brokenOff(recording)
  const judgedAs = options.judgedAs ?? meta.release.name
  // The few answers of the smallest profile tell no releases apart.
  const near = profile === 'shape' ? undefined : closest(fits(recording, requirements))
  const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number>
  for (const { verdict } of results) counts[verdict]++
  const byId = new Map(results.map((result) => [result.id, result]))
  const weighed = options.expected && weigh(options.expected, byId, options.today)
  const reported = requirements.map((requirement) =>
    reportedOf(requirement, byId.get(requirement.id) as Result, recording, weighed?.known.get(requirement.id)),
  )
  return {
    $schema: 'report.schema.json',
    version: reportVersion,
    suite: { name: 'magento-customer-contract', version: suiteVersion },
    target: {
      url: meta.target,
      embedded: meta.embedded,
      store: meta.store,
      ...(meta.magentoVersion ? { magentoVersion: meta.magentoVersion } : {}),
    },
    release: options.judgedAs
      ? { name: formatRelease(parseRelease(options.judgedAs)), source: options.asClosest ? 'closest' : 'judged as' }
      : meta.release,
    ...(near ? { closest: near } : {}),
    powers: meta.powers,
    probes: meta.probes,
    startedAt: meta.startedAt,
    performedMs: meta.performedMs,
    requests: meta.requests,
    retried: recording.exchanges.filter(({ data }) => data.retries).length,
    ...(only ? { only } : {}),
    profile,
    ...(only ? {} : { earned: earnedBy(reported, profile, meta.profile ?? 'full') }),
    conformant: conformance(reported, counts, only !== undefined || profile !== 'full'),
    counts,
    exitCode: exitCodeOf(counts, reported) || (broken.length > 0 ? 3 : 0),
    requirements: reported,
    ...(weighed ? { expected: weighed.report } : {}),
    findings: [
      ...broken,
      ...aboutState(recording, profile),
      ...(near ? betterFit(near, judgedAs) : []),
      ...findingsOf(meta.probes, judgedAs),
    ],
    documents: threeWays(recording.exchanges, judgedAs),
    left: accounts?.left ?? [],
    ...(accounts && !meta.embedded ? { accounts: { created: accounts.created, removed: accounts.removed } } : {}),
    ...(options.budget ? { budget: options.budget } : {}),
    recording,
  }
}

/** What a smaller run did not ask for it has not earned, whatever it is judged as. */
function earnedBy(reported: readonly ReportedRequirement[], judged: Profile, asked: Profile): Profile[] {
  const standings = standingsOf(isWithin(judged, asked) ? judged : asked, reported)
  return standings.filter(isEarned).map(({ profile }) => profile)
}

/** Conformant means that every applicable MUST passed; what was not tested is never counted as passed. */
export function conformance(
  reported: readonly ReportedRequirement[],
  counts: Record<Verdict, number>,
  isPart: boolean,
): Report['conformant'] {
  const musts = reported.filter(({ level }) => level === 'must')
  const has = (verdict: Verdict) => musts.some((must) => must.verdict === verdict)
  if (has('fail') || has('blocked')) return 'no'
  if (counts.pass === 0 || has('error')) return 'unknown'
  return isPart || has('untestable') ? 'as far as tested' : 'yes'
}

function reportedOf(
  requirement: Requirement,
  result: Result,
  recording: Recording,
  known: Known | undefined,
): ReportedRequirement {
  const { id, chapter, level, advice, profile, sentence, source, scenario, next } = requirement
  const decided = recording.exchanges.find(
    ({ data }) => data.name === result.exchange?.name && data.scenario === result.exchange.scenario,
  )
  return {
    ...result,
    chapter,
    level,
    advice,
    profile,
    sentence,
    source: source.map(describeSource),
    ...linksOf(source),
    releases: requirement.in.text,
    ...(scenario ? { scenario } : {}),
    ...(decided ? { curl: curl(decided.data.request) } : {}),
    ...(result.verdict === 'pass' || result.verdict === 'inapplicable' ? {} : { next: nextStep(id, result, next) }),
    ...(known ? { known } : {}),
  }
}

function linksOf(sources: readonly Source[]): Pick<ReportedRequirement, 'links'> {
  const links = sources.flatMap((source) => {
    const link = linkOf(source)
    return link ? [[describeSource(source), link]] : []
  })
  return links.length ? { links: Object.fromEntries(links) } : {}
}

function nextStep(id: string, { verdict, setting }: Result, own: string | undefined): string {
  if (verdict === 'untestable') return setting ?? 'give the run the power it lacks'
  if (verdict === 'blocked') return 'look at the requirement about the exchange that blocks it first'
  if (verdict === 'error')
    return 'make sure that the target stays up and answers in time (MAGENTO_TIMEOUT), and run again'
  return (
    own ??
    `read \`npm run contract -- explain ${id}\`; if the shop is right and this requirement is not, say so in an issue, with the recording (recording.har)`
  )
}

/** Whoever tries the suite on a mock without state sees a wall of failures that say one thing. */
function aboutState(recording: Recording, profile: Profile): string[] {
  const found = stateless(recording)
  if (!found) return []
  const { registrations, id } = found
  const more = profile === 'shape' ? '' : ' `--profile shape` asks for what such a mock can give.'
  return [
    `The target holds no state: ${registrations} different e-mails were registered as one customer (id ${id}), so no account is left there.${more}`,
  ]
}

/** Scenarios that broke off, also where all that is judged had been recorded before: what they left open is told. */
function brokenOff({ outcomes }: Recording): string[] {
  return outcomes.flatMap(({ scenario, halt }) =>
    halt?.kind === 'error' ? [`Scenario "${scenario}" broke off: ${halt.why}`] : [],
  )
}
