import type { Known } from '../judge/expected/expected.ts'
import type { Verdict } from '../judge/verdict.ts'
import { isUnmet } from './exit-code.ts'
import type { Report, ReportedRequirement } from './report.ts'

/** The verdict, or the state of the expected failure if that decides. */
export type Outcome = Verdict | Exclude<Known['state'], 'not judged' | 'different'>

/** Returns the state of the expected failure if the file decides, else the verdict. */
export function outcomeOf({ verdict, known }: ReportedRequirement): Outcome {
  return known && known.state !== 'not judged' && known.state !== 'different' ? known.state : verdict
}

/** True if it counts as a failure in all formats: an unaccepted failure, or a stale or overdue expected failure. */
export const isRed = (requirement: ReportedRequirement): boolean =>
  ['fail', 'stale', 'overdue'].includes(outcomeOf(requirement))

/** True for a blocked MUST that no expected failure accepts. */
export const isKept = (requirement: ReportedRequirement): boolean =>
  outcomeOf(requirement) === 'blocked' && isUnmet(requirement)

/** Returns a sentence about a requirement, unescaped; empty if it passed. */
export function sayingOf(requirement: ReportedRequirement, { expected }: Pick<Report, 'expected'>): string {
  const { known } = requirement
  if (!known || known.state === 'not judged') return reasonOf(requirement)
  const file = expected?.file ?? 'the file of expected failures'
  if (known.state === 'stale') {
    const subject = known.area === undefined ? 'it passes' : `nothing of area ${known.area} fails`
    return `${subject}, and ${file} expects it to fail (${known.reason}): remove it there, or let --update-expected do so`
  }
  if (known.state === 'different')
    return `it fails in another way than ${file} accepts (${noteOf(known)}; accepted: ${known.accepts}): ${reasonOf(requirement)}`
  if (known.state === 'overdue')
    return `its failure was accepted until ${known.until} (${noteOf({ ...known, until: '' })}): ${reasonOf(requirement)}`
  return `${requirement.verdict === 'blocked' ? 'is blocked' : 'fails'} as expected (${noteOf(known)}): ${reasonOf(requirement)}`
}

/** Returns reason, link, owner and last day of an expected failure in one line. */
export function noteOf({ reason, link, owner, until }: Pick<Known, 'reason' | 'link' | 'owner'> & { until?: string }) {
  return [reason, link, owner, until && `until ${until}`].filter(Boolean).join(', ')
}

/** Returns expected and actual value, or why it could not be judged and what would help. */
export function reasonOf({ why, setting, expected, actual }: ReportedRequirement): string {
  if (why !== undefined) return setting ? `${why}: ${setting}` : why
  return expected === undefined ? '' : `expected ${expected}, got ${actual}`
}
