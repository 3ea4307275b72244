import { formatRelease, parseRelease } from '../../release/index.ts'
import { adjustments, demandsLess } from '../judge/adjustments.ts'
import { fits } from '../judge/closest.ts'
import type { ExpectedFailures } from '../judge/expected/expected.ts'
import { weigh } from '../judge/expected/weigh.ts'
import { requirements as everyRequirement, type Requirement } from '../judge/requirement.ts'
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
import { isPart, selectedOf } from './selection.ts'
import { isStopped, setupLine } from './setup.ts'
import { aboutState } from './stateless.ts'
import { newerNotes } from './unknown-release.ts'

/** Makes the report. The JSON report is this object; every other format is derived from it. */
export function reportOf(
  recording: Recording,
  requirements: readonly Requirement[],
  results: readonly Result[],
  options: {
    judgedAs?: string | undefined
    profile?: Profile
    /** Whether that is the closest release, not one the user named. */
    asClosest?: boolean | undefined
    /** Whether that was found by the answers, where nobody stated a release. */
    found?: boolean | undefined
    only?: readonly string[] | undefined
    excluded?: readonly string[] | undefined
    accounts?: Cleaned
    budget?: Spent
    expected?: ExpectedFailures | undefined
    /** The day to weigh them on, in UTC; the present one when not given. */
    today?: string
  } = {},
): Report {
  const { meta } = recording
  const { accounts, profile = meta.profile ?? 'full' } = options
  const broken = brokenOff(recording)
  const judgedAs = options.judgedAs ?? meta.release.name
  // The few answers of the smallest profile tell no releases apart.
  // Nor does a run that could not ask, or that was kept from a part of it.
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

/** Scenarios that broke off, also where all that is judged had been recorded before: what they left open is told. */
function brokenOff({ outcomes }: Recording): string[] {
  return outcomes.flatMap(({ scenario, halt }) =>
    halt?.kind === 'error' ? [`Scenario "${scenario}" broke off: ${halt.why}`] : [],
  )
}
