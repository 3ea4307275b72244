import { expect, test } from 'vitest'
import { requirements } from '../../src/judge/requirement.ts'
import { inWords, isRed } from '../support/run.ts'
import { flakesIn, type OneRun, runOnce } from './repeat.ts'

test('three runs over a bad network give the same verdicts without failures', async () => {
  const runs: OneRun[] = [await runOnce('moved', 5), await runOnce('moved', 5), await runOnce('waited', 5)]
  expect(flakesIn(runs.slice(0, 2))).toEqual([])
  for (const { results } of runs)
    expect(results.filter((result, index) => isRed(result, requirements[index] as never)).map(inWords)).toEqual([])
  const sum = (key: 'resets' | 'retried') => runs.reduce((total, run) => total + run[key], 0)
  expect(sum('resets')).toBeGreaterThan(0)
  // The other resets affected unrecorded requests, which open the target or clean up.
  expect(sum('retried')).toBeGreaterThan(0)
  expect(sum('retried')).toBeLessThanOrEqual(sum('resets'))
})

test('verdicts that change are found, with frequency and reason', () => {
  const run = (verdict: 'pass' | 'error'): OneRun => ({
    results: requirements.map(({ id }, index) =>
      index === 0 && verdict === 'error' ? { id, verdict, why: 'reset', read: [] } : { id, verdict: 'pass', read: [] },
    ),
    requests: 1,
    resets: 0,
    retried: 0,
  })
  expect(flakesIn([run('pass'), run('error'), run('pass')])).toEqual([
    { id: requirements[0]?.id, verdicts: { pass: { times: 2, example: '' }, error: { times: 1, example: 'reset' } } },
  ])
})
