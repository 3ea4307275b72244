import { expect, test } from 'vitest'
import '../../../specs/index.ts'
import { measure } from '../../../faults/findings-measured.ts'
import { allFaults } from '../../../specs/faults.ts'
import { requirements } from '../../../src/judge/requirement.ts'
import { knownFaults } from '../../../src/report/findings/findings-of.ts'

/** The failed requirements of single faults, combined for pairs, without new runs. */
const measured = measure(knownFaults(), new Map(requirements.map((one) => [one.id, one])))

test('a defect missing from the dictionary is explained by few findings about the right subject', () => {
  const { medianFindings, atMostThree, sameFile, sameChapter } = measured.without
  expect(medianFindings).toBe(1)
  expect(atMostThree).toBeGreaterThanOrEqual(0.95)
  expect(sameChapter).toBeGreaterThanOrEqual(0.89)
  expect(sameFile).toBeGreaterThanOrEqual(0.8)
})

test('a defect in the dictionary is the first finding, for at least 95 %', () => {
  expect(measured.named).toBeGreaterThanOrEqual(0.95)
})

test('two defects at once are both among the first three findings, for at least 90 % of 200 pairs', () => {
  expect(measured.pairs).toBeGreaterThanOrEqual(0.9)
})

test('the dictionary contains all faults, each with the requirements of its list: npm run dictionary', () => {
  const known = new Map(knownFaults().map((fault) => [fault.id, Object.keys(fault.shows)]))
  const wrong = allFaults.filter(({ id, breaks }) => !breaks.every((broken) => known.get(id)?.includes(broken)))
  expect(wrong.map(({ id }) => id)).toEqual([])
  expect([...known.keys()].sort()).toEqual(allFaults.map(({ id }) => id).sort())
})
