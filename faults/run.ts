import { judge } from '../src/judge/judge.ts'
import { type Requirement, requirements } from '../src/judge/requirement.ts'
import type { Result } from '../src/judge/verdict.ts'
import { perform } from '../src/perform/perform.ts'
import { scenarios } from '../src/perform/scenario.ts'
import type { Recording } from '../src/recording/recording.ts'
import { noLedger } from '../src/target/ledger/ledger.ts'
import type { Target } from '../src/target/target.ts'
import { type DirectOptions, type DirectTarget, directTarget } from './direct-target.ts'

/**
 * Performs all loaded scenarios against the reference, without a socket. The caller imports specs/index.ts, which loads
 * all chapters.
 */
export async function record(options: DirectOptions | (Partial<DirectTarget> & Target) = {}): Promise<Recording> {
  const target: Partial<DirectTarget> & Target = 'client' in options ? options : await directTarget(options)
  const { patience } = target
  const waiting = patience ? { mailTimeout: 30_000, patience } : { mailTimeout: 0 }
  const { recording } = await perform(target, scenarios, { ledger: noLedger, ...waiting })
  return recording
}

/** True if a result counts as red: not met, an error, or a blocked MUST. Advice never does. */
export function isRed({ verdict }: Result, { level }: Pick<Requirement, 'level'>): boolean {
  return verdict === 'fail' || verdict === 'warn' || verdict === 'error' || (verdict === 'blocked' && level === 'must')
}

/** True if a result is held against the shop; a blocked requirement is not. */
export const isWrong = ({ verdict }: Result): boolean => verdict === 'fail' || verdict === 'warn' || verdict === 'error'

/** Returns the red results, judged as a release. */
export function red(recording: Recording, release?: string): Result[] {
  const results = judge(recording, requirements, release)
  return results.filter((result, index) => isRed(result, requirements[index] as Requirement))
}

/** Returns a result in one line, for the message of a failed test. */
export function inWords({ id, verdict, expected, actual, why }: Result): string {
  return `${id} ${verdict}: ${why ?? `expected ${expected}, got ${actual}`}`
}
