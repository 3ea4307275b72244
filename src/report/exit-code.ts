import type { Known } from '../judge/expected/expected.ts'
import type { Level } from '../judge/requirement.ts'
import type { Verdict } from '../judge/verdict.ts'

/**
 * 0 conformant · 1 a requirement failed · 2 wrong usage or configuration · 3 the target could not be reached, setting
 * up failed, or a scenario broke off · 4 nothing was verified, or an expected failure is stale or overdue
 */
export type ExitCode = 0 | 1 | 2 | 3 | 4

const exitCodes: Record<ExitCode, string> = {
  0: 'conformant, as far as tested',
  1: 'a requirement failed',
  2: 'wrong usage or configuration',
  3: 'the target could not be reached, setup failed, or a scenario broke off',
  4: 'nothing was verified, or an expected failure passes or is overdue',
}

/** The exit codes of all commands, for people. */
export const exitCodeTexts: Record<string, string> = {
  ...exitCodes,
  0: `${exitCodes[0]}; sweep: nothing is left; doctor: a run would work; diff: nothing breaking`,
  1: `${exitCodes[1]}; sweep: accounts are left; diff: something breaking`,
  3: `${exitCodes[3]}; diff: requirements of one side got no answer`,
  '130, 143': 'interrupted by Ctrl-C or SIGTERM: accounts deleted if possible, nothing judged',
}

/** A failed or blocked MUST that is no expected failure beats a broken connection, which beats what ends with 4. */
export function exitCodeOf(
  counts: Readonly<Record<Verdict, number>>,
  reported: readonly { level: Level; verdict: Verdict; known?: Known }[],
): ExitCode {
  const has = (state: Known['state']) => reported.some(({ known }) => known?.state === state)
  if (reported.some((one) => isUnmet(one) && !isListed(one))) return 1
  if (counts.error > 0) return 3
  if (has('stale') || has('overdue')) return 4
  return counts.pass === 0 && !reported.some(isSeenToFail) ? 4 : 0
}

/** Whether it stands in the way of conformance: a MUST that failed, or could not be asked because of the shop. */
export function isUnmet({ level, verdict }: { level: Level; verdict: Verdict }): boolean {
  return verdict === 'fail' || (level === 'must' && verdict === 'blocked')
}

/** What was expected to fail, and did; what was kept from being asked is not known to. */
const isSeenToFail = ({ verdict, known }: { verdict: Verdict; known?: Known }) =>
  known?.state === 'accepted' && verdict !== 'blocked'

/** What is listed, and does what its entry says; an overdue one ends with 4. */
const isListed = ({ known }: { known?: Known }) => known?.state === 'accepted' || known?.state === 'overdue'
