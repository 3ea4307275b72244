import { isUnmet } from '../report/exit-code.ts'
import { reasonOf } from '../report/outcome.ts'
import type { ReportedRequirement } from '../report/report.ts'
import { judge } from './judge.ts'
import { type PerformOptions, perform } from './perform.ts'

/** Makes one test of a test runner. @param run is given what skips the test with a reason */
export type DefineTest = (name: string, run: (skip: (reason: string) => void) => void) => void

/**
 * Asks a shop once and makes a test of every requirement. A test fails where a MUST does not hold, or the shop gave no
 * answer; a SHOULD or MAY that does not hold, and what could not be tested, is skipped with its reason.
 */
export async function defineTests(define: DefineTest, options: PerformOptions): Promise<void> {
  const recording = await perform(options)
  const { requirements } = judge(recording, options.only ? { only: options.only } : {})
  for (const requirement of requirements)
    define(`${requirement.id} ${requirement.sentence}`, (skip) => decide(requirement, skip))
}

function decide(requirement: ReportedRequirement, skip: (reason: string) => void): void {
  const { verdict } = requirement
  if (verdict === 'pass') return
  const reason = `${verdict}: ${reasonOf(requirement)}`
  if (isUnmet(requirement) || verdict === 'error') throw new Error(reason)
  skip(reason)
}
