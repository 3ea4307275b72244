import { describe, expect, test } from 'vitest'
import { judge } from '../src/judge/judge.ts'
import { requirements } from '../src/judge/requirement.ts'
import type { Recording } from '../src/recording/recording.ts'
import { blamedForAnother, type WrongByThemselves } from './blame.ts'
import type { Fault } from './fault.ts'
import { inWords, isWrong, record } from './run.ts'
import { runFault } from './run-fault.ts'

/**
 * Defines tests for every n-th fault: it breaks exactly the stated requirements. The faults are divided among the test
 * files to use all processors.
 * @param wrongByThemselves steps whose failure is not blamed on an earlier step
 */
export function proveFaults(
  faults: readonly Fault[],
  remedies: readonly Fault[],
  wrongByThemselves: readonly WrongByThemselves[],
  { part, parts }: { readonly part: number; readonly parts: number },
): void {
  const mine = <T>(list: readonly T[]) => list.filter((_, index) => index % parts === part)

  describe('each fault turns exactly the stated requirements red', () => {
    test.each(mine(faults))('$id: $does', async (fault) => {
      const { survived, unexpected, results, recording } = await runFault(fault)
      const surprises = results.filter(({ id }) => unexpected.includes(id))
      const words = surprises.map(inWords)
      const healthy = await healthyAs(fault)
      const blamed = blamedForAnother(results.filter(isWrong), recording, healthy, wrongByThemselves)
      expect({ survived, unexpected: words, blamed }).toEqual({ survived: [], unexpected: [], blamed: [] })
    })
  })

  describe('each remedy turns the advice it follows green', () => {
    test.each(mine(remedies))('$id: $does', async ({ release, settings, change, breaks }) => {
      const recording = await record({ release, settings, changes: [change] })
      const verdicts = judge(recording, requirements).filter(({ id }) => breaks.includes(id))
      expect(verdicts.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual(breaks.map((id) => `${id} pass`))
    })
  })
}

const healthyRuns = new Map<string, Promise<Recording>>()

/** Returns a run without the fault, with the same release and settings. */
function healthyAs({ release, settings }: Fault): Promise<Recording> {
  const key = JSON.stringify([release, settings])
  const known = healthyRuns.get(key) ?? record({ release, settings })
  healthyRuns.set(key, known)
  return known
}
