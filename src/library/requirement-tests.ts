import { isUnmet } from '../report/exit-code.ts'
import { reasonOf } from '../report/outcome.ts'
import type { ReportedRequirement } from '../report/report.ts'
import { judge } from './judge.ts'
import { type PerformOptions, perform } from './perform.ts'

/** Defines one test of a test runner. @param run gets a function that skips the test with a reason */
export type DefineTest = (name: string, run: (skip: (reason: string) => void) => void) => void

/**
 * Tests a shop once and defines a test for each requirement. A test fails if a MUST is not met or the shop gave no
 * answer. It is skipped with a reason if a SHOULD or MAY is not met, or if it could not be tested.
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
