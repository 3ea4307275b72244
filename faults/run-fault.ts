import { judge } from '../src/judge/judge.ts'
import { requirements } from '../src/judge/requirement.ts'
import type { Result } from '../src/judge/verdict.ts'
import type { Recording } from '../src/recording/recording.ts'
import type { Fault } from './fault.ts'
import { isWrong, record, red } from './run.ts'

export interface FaultRun {
  readonly fault: Fault
  /** What is not green: what it turns red, and what is blocked by that. */
  readonly results: readonly Result[]
  /** Stated but green. */
  readonly survived: readonly string[]
  /** Red but not stated. */
  readonly unexpected: readonly string[]
  readonly recording: Recording
}

/** How often a fault is run when the machine was too slow to ask in the very second that a requirement is about. */
const mostRuns = 3

/** Runs the whole suite against the reference with one fault. */
export async function runFault(fault: Fault, runs = mostRuns): Promise<FaultRun> {
  const { release, settings } = fault
  const recording = await record({ release, settings, changes: [fault.change] })
  const results = red(recording)
  const ids = results.filter(isWrong).map(({ id }) => id)
  const survived = fault.breaks.filter((id) => !ids.includes(id))
  const unasked = judge(recording, requirements).some(
    ({ id, verdict }) => verdict === 'untestable' && survived.includes(id),
  )
  if (unasked && runs > 1) return runFault(fault, runs - 1)
  return { fault, recording, results, survived, unexpected: ids.filter((id) => !fault.breaks.includes(id)) }
}
