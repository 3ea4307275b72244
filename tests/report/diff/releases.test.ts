import { beforeAll, describe, expect, test } from 'vitest'
import type { Recording } from '../../../src/recording/recording.ts'
import { compareRecordings } from '../../../src/report/diff/compare-recordings.ts'
import { recordEach } from '../../support/every-release.ts'
import { diffBetween, linesOf } from '../../support/reports.ts'
import { record } from '../../support/run.ts'
import { steps } from '../../support/steps.ts'

let recordings: ReadonlyMap<string, Recording>
const of = (release: string) => recordings.get(release) as Recording

/** Steps to a release without changes; only one of them is tested. */
const [unchanged, ...alike] = steps.filter(({ changes }) => changes.length === 0)
const compared = steps.filter((step) => !alike.includes(step))

beforeAll(async () => {
  recordings = await recordEach([unchanged?.before, unchanged?.after])
})

describe('of two neighbouring releases', () => {
  test.each(compared)('$before → $after: nothing is unannounced', ({ before, after, changes, breaks }) => {
    const diff = diffBetween(of(before), of(after))
    expect(linesOf(diff, 'unannounced')).toEqual([])
    expect(diff.requirements.changes.map(({ id, kind }) => `${id}: ${kind}`)).toEqual([])
    if (changes.length === 0) expect(linesOf(diff)).toEqual([])
    if (breaks.length > 0) expect(linesOf(diff)).not.toEqual([])
  })

  test.each(compared)('$after → $before, backwards: nothing is unannounced', ({ before, after }) => {
    expect(linesOf(diffBetween(of(after), of(before)), 'unannounced')).toEqual([])
  })
})

test.each([
  ['2.3.0', '2.4.8-p1'],
  ['2.3.7-p4', '2.4.7-p6'],
  ['2.4.3-p2', '2.4.6'],
  ['2.4.4', '2.4.8'],
])('of releases that are not neighbours, %s → %s, nothing is unannounced', (before, after) => {
  const diff = diffBetween(of(before), of(after))
  expect(linesOf(diff, 'unannounced')).toEqual([])
  expect(diff.counts.breaking.all).toBeGreaterThan(0)
})

describe.each([
  ['none moves the clock', ['clock']],
  ['there is no power', ['admin', 'mailbox', 'clock', 'lockout', 'bank', 'settings', 'storefront']],
] as const)('where %s, the limit of reset requests is announced', (_, without) => {
  test.each([
    ['2.4.6-p8', '2.4.8-p1'],
    ['2.4.7-p6', '2.4.8'],
    ['2.3.7-p4', '2.4.8'],
    ['2.4.8', '2.4.6-p8'],
  ])('%s → %s', async (before, after) => {
    const diff = diffBetween(await record({ release: before, without }), await record({ release: after, without }))
    expect(linesOf(diff, 'unannounced')).toEqual([])
  })
})

test('both judged as the release before, requirements of that release that fail later are listed as expected', () => {
  const diff = diffBetween(of('2.4.7-p6'), of('2.4.8-p1'), { asBefore: true })
  expect(diff.judgedAs).toBe('both as the release before')
  expect(diff.requirements.changes.map(({ id, kind, explained }) => [id, kind, explained?.requirement])).toEqual(
    expect.arrayContaining([['RESET-07', expect.stringMatching(/broken$/), 'RESET-07']]),
  )
  expect(diff.requirements.changes.filter(({ explained }) => !explained)).toEqual([])
  expect(diff.requirements.begin).toEqual([])
})

describe('of one release', () => {
  test.each(['2.3.0', '2.4.3-p2', '2.4.8-p1'])('%s: five runs have no differences', async (release) => {
    const [first, ...others] = [of(release), ...(await Promise.all([1, 2, 3, 4].map(() => record({ release }))))]
    for (const other of others as Recording[]) {
      const diff = diffBetween(first as Recording, other)
      expect(linesOf(diff)).toEqual([])
      expect([diff.requirements.changes, diff.notes]).toEqual([[], []])
      // Before 2.4.4 only some runs send a request in the last second of a token.
      const lacking = diff.notCompared.flatMap(({ exchanges }) => exchanges.map(({ name }) => name))
      expect(lacking.filter((name) => name !== 'me at the end')).toEqual([])
      expect(compareRecordings(other, first as Recording).differences).toEqual([])
    }
  })
})
