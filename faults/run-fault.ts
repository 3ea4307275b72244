import { judge } from '../src/judge/judge.ts'
import { requirements } from '../src/judge/requirement.ts'
import type { Result } from '../src/judge/verdict.ts'
import type { Recording } from '../src/recording/recording.ts'
import type { Fault } from './fault.ts'
import { isWrong, record, red } from './run.ts'

export interface FaultRun {
  readonly fault: Fault
  /** Failed requirements, and those blocked by them. */
  readonly results: readonly Result[]
  /** Stated but passed. */
  readonly survived: readonly string[]
  /** Failed but not stated. */
  readonly unexpected: readonly string[]
  readonly recording: Recording
}

/** Maximum runs of a fault, if the machine is too slow for requests that must be in the same second. */
const mostRuns = 3

/** Runs all scenarios against the reference with one fault. */
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
