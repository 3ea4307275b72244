import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fromHar } from '../../../src/recording/har.ts'
import { consoleDiff } from '../../../src/report/diff/console.ts'
import { diffBetween } from '../../support/reports.ts'

const recorded = (release: string) =>
  fromHar(JSON.parse(readFileSync(new URL(`../../../fixtures/recorded/${release}.har`, import.meta.url), 'utf8')))

test.each([
  ['2.4.6-p11', '2.4.7-p6'],
  ['2.3.7-p4', '2.4.6-p11'],
])('%s → %s: nothing unannounced is breaking, and the console output is short', (before, after) => {
  const diff = diffBetween(recorded(before), recorded(after))
  const breaking = [...diff.changes, ...diff.requirements.changes].filter((one) => one.class === 'breaking')
  expect(breaking.filter(({ explained }) => !explained)).toEqual([])
  expect(diff.compared.exchanges).toBeGreaterThan(600)
  expect(consoleDiff(diff).split('\n').length).toBeLessThan(120)
})
