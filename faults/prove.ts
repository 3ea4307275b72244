import { describe, expect, test } from 'vitest'
import { judge } from '../src/judge/judge.ts'
import { requirements } from '../src/judge/requirement.ts'
import type { Fault } from './fault.ts'
import { inWords, record } from './run.ts'
import { runFault } from './run-fault.ts'

/**
 * Proves every n-th fault: it turns red exactly what it says. The test files share the faults out between them,
 * so that they run on as many processors as there are.
 */
export function proveFaults(
  faults: readonly Fault[],
  remedies: readonly Fault[],
  { part, parts }: { readonly part: number; readonly parts: number },
): void {
  const mine = <T>(list: readonly T[]) => list.filter((_, index) => index % parts === part)

  describe('each fault turns exactly the stated requirements red', () => {
    test.each(mine(faults))('$id: $does', async (fault) => {
      const { survived, unexpected, results } = await runFault(fault)
      const surprises = results.filter(({ id }) => unexpected.includes(id))
      const words = surprises.map(inWords)
      expect({ survived, unexpected: words }).toEqual({ survived: [], unexpected: [] })
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
