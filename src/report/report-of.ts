import { formatRelease, parseRelease } from '../../release/index.ts'
import { adjustments, demandsLess } from '../judge/adjustments.ts'
import { fits } from '../judge/closest.ts'
import type { ExpectedFailures } from '../judge/expected/expected.ts'
import { weigh } from '../judge/expected/weigh.ts'
import { areaOf, requirements as everyRequirement, type Requirement } from '../judge/requirement.ts'
import { countsOf, type Result } from '../judge/verdict.ts'
import type { Cleaned } from '../perform/clean-up.ts'
import type { Recording } from '../recording/recording.ts'
import { isWithin, type Profile } from '../shared/profile.ts'
import { suite } from '../shared/version.ts'
import type { Spent } from '../target/guard/limits.ts'
import { blockerIn } from './blocker.ts'
import { betterFit, closest } from './closest.ts'
import { conformance } from './conformance.ts'
import { threeWays } from './documents/three-ways.ts'
import { exitCodeOf } from './exit-code.ts'
import { findingsOf, stoppedBy } from './findings/findings-of.ts'
import { notesOf } from './notes.ts'
import { ofMagento, ownNotes } from './own.ts'
import { isEarned, standingsOf } from './profiles.ts'
import { type Report, type ReportedRequirement, reportVersion } from './report.ts'
import { reportedOf } from './reported-requirement.ts'
import { isPart, type Selected, selectedOf } from './selection.ts'
import { isStopped, setupLine } from './setup.ts'
import { aboutState } from './stateless.ts'
import { newerNotes } from './unknown-release.ts'

/** Creates the report. The JSON report is this object; all other formats are derived from it. */
export function reportOf(
  recording: Recording,
  requirements: readonly Requirement[],
  results: readonly Result[],
  options: {
    judgedAs?: string | undefined
    profile?: Profile
    /** True if `judgedAs` is the closest release instead of one that the user named. */
    asClosest?: boolean | undefined
    /** True if the release was found from the responses, since none was stated. */
    found?: boolean | undefined
    only?: readonly string[] | undefined
    excluded?: readonly string[] | undefined
    accounts?: Cleaned
    budget?: Spent
    expected?: ExpectedFailures | undefined
    /** The date (UTC) for expected failures; default today. */
    today?: string
  } = {},
): Report {
  const { meta } = recording
  const { accounts, profile = meta.profile ?? 'full' } = options
  const broken = brokenOff(recording)
  const judgedAs = options.judgedAs ?? meta.release.name
  // The responses of the smallest profile are too few to tell releases apart, as are those of a run that was stopped or
  // lacked access.
  const { setup = [] } = meta
  const isWhole = setup.every(({ effect }) => effect === 'adapted')
  const near = profile === 'shape' || !isWhole ? undefined : closest(fits(recording, ofMagento(requirements)))
  const byId = new Map(results.map((result) => [result.id, result]))
  const weighed = options.expected && weigh(options.expected, byId, options.today)
  const ordered = requirements.map(({ id }) => byId.get(id) as Result)
  const blocker = blockerIn(requirements, ordered)
  const reported = requirements.map((requirement, index) =>
    reportedOf(requirement, ordered[index] as Result, recording, weighed?.known.get(requirement.id), blocker),
  )
  const ofContract = ofMagento(reported)
  const counts = countsOf(ofContract)
  const own = ofContract.length < reported.length ? countsOf(reported.filter((one) => one.own)) : undefined
  const changed = adjustments()
  const less = changed && demandsLess(everyRequirement)
  const isOfAPart = isPart(options) || profile !== 'full' || less === true
  return {
    $schema: 'report.schema.json',
    version: reportVersion,
    suite,
    target: {
      url: meta.target,
      embedded: meta.embedded,
      store: meta.store,
      ...(meta.magentoVersion ? { magentoVersion: meta.magentoVersion } : {}),
    },
    release: options.judgedAs
      ? {
          name: formatRelease(parseRelease(options.judgedAs)),
          source: options.asClosest ? 'closest' : options.found ? 'found' : 'judged as',
        }
      : meta.release,
    ...(near ? { closest: near } : {}),
    powers: meta.powers,
    probes: meta.probes,
    startedAt: meta.startedAt,
    performedMs: meta.performedMs,
    requests: meta.requests,
    retried: recording.exchanges.filter(({ data }) => data.retries).length,
    ...selectedOf(options),
    profile,
    ...(isPart(options) || less ? {} : { earned: earnedBy(ofContract, profile, meta.profile ?? 'full') }),
    conformant: conformance(ofContract, counts, isOfAPart),
    counts,
    ...(own ? { own } : {}),
    ...(changed ? { adjusted: { ...changed, less: less === true } } : {}),
    exitCode: isStopped(setup) ? 3 : exitCodeOf(countsOf(results), reported) || (broken.length > 0 ? 3 : 0),
    requirements: reported,
    ...(weighed ? { expected: weighed.report } : {}),
    ...(setup.length ? { setup } : {}),
    findings: isStopped(setup) ? stoppedBy(setup) : findingsOf(reported, recording),
    notes: [
      ...setup.map(setupLine),
      ...broken,
      ...aboutState(recording, profile),
      ...newerNotes(judgedAs, meta.magentoVersion),
      ...notesOf(meta.probes, judgedAs),
      ...ownNotes(own, changed),
      ...(near ? betterFit(near, judgedAs) : []),
    ],
    ...(isAboutDocuments(requirements, options) ? { documents: threeWays(recording.exchanges, judgedAs) } : {}),
    left: accounts?.left ?? [],
    ...(accounts && !meta.embedded ? { accounts: { created: accounts.created, removed: accounts.removed } } : {}),
    ...(options.budget ? { budget: options.budget } : {}),
    recording,
  }
}

/** False for a run of selected requirements, none of which is about the shop's description: comparing takes long. */
const isAboutDocuments = (requirements: readonly Requirement[], { only }: Selected): boolean =>
  only === undefined || requirements.some(({ id }) => areaOf(id) === 'SCHEMA')

/** Returns the profiles that are met. A larger profile than the one requested cannot be met. */
function earnedBy(reported: readonly ReportedRequirement[], judged: Profile, asked: Profile): Profile[] {
  const standings = standingsOf(isWithin(judged, asked) ? judged : asked, reported)
  return standings.filter(isEarned).map(({ profile }) => profile)
}

/** Returns notes on aborted scenarios, even if all judged exchanges had been recorded before. */
function brokenOff({ outcomes }: Recording): string[] {
  return outcomes.flatMap(({ scenario, halt }) =>
    halt?.kind === 'error' ? [`Scenario "${scenario}" broke off: ${halt.why}`] : [],
  )
}
