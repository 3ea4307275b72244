import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { newestRecorded } from '../../release/index.ts'
import { record } from '../support/run.ts'
import { runMutants } from './run.ts'
import { type MutantSummary, summarise } from './summary.ts'

test('at least 97 % of the mutants that break a promise are caught, and the published result is current: npm run mutants', async () => {
  const summary = summarise(newestRecorded, runMutants(await record({ release: newestRecorded })))
  const published: MutantSummary = JSON.parse(readFileSync(new URL('../../docs/mutants.json', import.meta.url), 'utf8'))
  expect(summary.caughtOfBreaking).toBeGreaterThanOrEqual(97)
  expect(summary).toEqual(published)
})
