import type { Level } from '../judge/requirement.ts'
import type { Verdict } from '../judge/verdict.ts'

/**
 * 0 conformant · 1 a requirement failed · 2 wrong usage or configuration · 3 the target could not be reached, or
 * setting up failed · 4 nothing was verified
 */
export type ExitCode = 0 | 1 | 2 | 3 | 4

const exitCodes: Record<ExitCode, string> = {
  0: 'conformant, as far as tested',
  1: 'a requirement failed',
  2: 'wrong usage or configuration',
  3: 'the target could not be reached, or setting up failed',
  4: 'nothing was verified',
}

/** The exit codes of all commands, for people. */
export const exitCodeTexts: Record<string, string> = {
  ...exitCodes,
  0: `${exitCodes[0]}; sweep: nothing is left; doctor: a run would work; diff: nothing breaking`,
  1: `${exitCodes[1]}; sweep: accounts are left; diff: something breaking`,
  '130, 143': 'interrupted by Ctrl-C or SIGTERM: cleaned up, nothing judged',
}

/** A failed or blocked MUST beats a broken connection, which beats having verified nothing. */
export function exitCodeOf(
  counts: Readonly<Record<Verdict, number>>,
  reported: readonly { level: Level; verdict: Verdict }[],
): ExitCode {
  if (counts.fail > 0 || reported.some(({ level, verdict }) => level === 'must' && verdict === 'blocked')) return 1
  if (counts.error > 0) return 3
  return counts.pass === 0 ? 4 : 0
}
