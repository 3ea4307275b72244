import type { Fault } from '../../faults/fault.ts'
import type { Result } from '../../src/judge/verdict.ts'
import { record, red } from '../support/run.ts'

export interface FaultRun {
  readonly fault: Fault
  readonly results: readonly Result[]
  /** Stated but green. */
  readonly survived: readonly string[]
  /** Red but not stated. */
  readonly unexpected: readonly string[]
}

/** Runs the whole suite against the reference with one fault. */
export async function runFault(fault: Fault): Promise<FaultRun> {
  const { release, settings } = fault
  const results = red(await record({ release, settings, changes: [fault.change] }))
  const ids = results.map(({ id }) => id)
  return {
    fault,
    results,
    survived: fault.breaks.filter((id) => !ids.includes(id)),
    unexpected: ids.filter((id) => !fault.breaks.includes(id)),
  }
}
