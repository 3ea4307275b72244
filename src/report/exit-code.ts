import type { Known } from '../judge/expected/expected.ts'
import type { Level } from '../judge/requirement.ts'
import type { Verdict } from '../judge/verdict.ts'

/**
 * 0 conformant · 1 a requirement failed · 2 wrong usage or configuration · 3 the target could not be reached, setup
 * failed, or a scenario was aborted · 4 nothing was verified, or an expected failure is stale or overdue
 */
export type ExitCode = 0 | 1 | 2 | 3 | 4

const exitCodes: Record<ExitCode, string> = {
  0: 'conformant, as far as tested',
  1: 'a requirement failed',
  2: 'wrong usage or configuration',
  3: 'the target could not be reached, setup failed, or a scenario broke off',
  4: 'nothing was verified, or an expected failure passes or is overdue',
}

/** The exit codes of all commands, for output. */
export const exitCodeTexts: Record<string, string> = {
  ...exitCodes,
  0: `${exitCodes[0]}; sweep: nothing is left; doctor: a run would work; diff: nothing breaking`,
  1: `${exitCodes[1]}; sweep: accounts are left; diff: something breaking`,
  3: `${exitCodes[3]}; diff: requirements of one side got no answer`,
  '130, 143': 'interrupted by Ctrl-C or SIGTERM: accounts deleted if possible, nothing judged',
}

/** Precedence: 1 for an unexpected failed or blocked MUST, then 3 for a broken connection, then 4. */
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

/** True if the requirement prevents conformance: it failed, or it is a MUST that the shop blocked. */
export function isUnmet({ level, verdict }: { level: Level; verdict: Verdict }): boolean {
  return verdict === 'fail' || (level === 'must' && verdict === 'blocked')
}

/** True if an expected failure was observed; a blocked requirement was not. */
const isSeenToFail = ({ verdict, known }: { verdict: Verdict; known?: Known }) =>
  known?.state === 'accepted' && verdict !== 'blocked'

/** True if it is listed as an expected failure; an overdue one leads to exit code 4. */
const isListed = ({ known }: { known?: Known }) => known?.state === 'accepted' || known?.state === 'overdue'
