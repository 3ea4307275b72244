import { expect, test } from 'vitest'
import { withEntries } from '../../../src/judge/expected/add.ts'
import { isSame, lasting } from '../../../src/judge/expected/lasting.ts'
import { readExpected } from '../../../src/judge/expected/read.ts'
import { weigh } from '../../../src/judge/expected/weigh.ts'
import { requirements } from '../../../src/judge/requirement.ts'
import { newEntries } from '../../../src/report/new-entries.ts'
import { reportOf } from '../../../src/report/report-of.ts'
import '../../../specs/index.ts'
import { record } from '../../../faults/run.ts'
import type { Change } from '../../../reference/index.ts'
import { allFaults } from '../../../specs/faults.ts'
import { judge } from '../../../src/judge/judge.ts'
import { reportAbout } from '../../report/every.ts'

test.each([
  ['401 Unauthorized {"message":"x"}', '', '401 Unauthorized {"message":"x"}'],
  ['"1915"', '/default_billing', '…'],
  ['"1915"', '/group_id', '"1915"'],
  ['200 OK "eyJraWQiOiIxIn0.eyJ1aWQiOjc2fQ.Za5E4ez77YAj"', '', '200 OK "…"'],
  ['{"id":25,"group_id":1,"email":"a-1@example.com"}', '', '{"id":…,"group_id":1,"email":"…"}'],
  ['PHPSESSID with expires=Sun, 29 Nov 2026 09:39:20 GMT; path=/', '', 'PHPSESSID with expires=…; path=/'],
  ['"ihwxdgrobhrkqidpdrywfvuxjtmotmnk"', '', '"…"'],
  ['Report ID: webapi-25f7df7aad7a9', '', 'Report ID: …'],
  ['a token of 3600 s', '', 'a token of … s'],
  ['content type text/html; charset=UTF-8', '', 'content type text/html; charset=UTF-8'],
])('%s at %j is written as %s', (actual, place, accepted) => {
  expect(lasting(actual, place)).toBe(accepted)
  expect(isSame(accepted, actual)).toBe(true)
})

test('… matches any text, and nothing else is a pattern', () => {
  expect(isSame('2… (x)', '200 (x)')).toBe(true)
  expect(isSame('2.0', '200')).toBe(false)
  expect(isSame('200', '200 OK')).toBe(false)
  expect(isSame('200…', '200')).toBe(true)
})

test('entries written for one run are accepted in another with other ids and addresses', async () => {
  const ids = [
    'telephone-reformatted',
    'internal-error-names-its-class',
    'confirmation-key-leaks',
    'one-default-for-both',
  ]
  const changes = allFaults.filter(({ id }) => ids.includes(id)).map(({ change }) => change)
  expect(changes).toHaveLength(ids.length)
  const older: Change = ({ store }) => Object.assign(store, { lastCustomerId: 4711, lastAddressId: 81_913 })
  const [first, second] = [await record({ changes }), await record({ changes: [...changes, older] })]
  const { entries, failures } = newEntries(reportOf(first, requirements, judge(first, requirements)))
  expect(failures).toBeGreaterThan(15)
  expect(entries.length).toBeLessThan(failures)
  const explained = entries.map(({ entry }) => ({ ...entry, reason: 'known' }))
  const results = new Map(judge(second, requirements).map((result) => [result.id, result]))
  const { report } = weigh({ file: 'x', entries: explained }, results)
  expect(report).toEqual({ file: 'x', accepted: expect.anything(), stale: [], overdue: [], notJudged: [] })
  expect(report.accepted).toHaveLength(failures)
})

test('failures and blocked requirements are written separately, after the existing entries', () => {
  const { entries } = newEntries(reportAbout(['A-01', 'A-02', 'A-04']))
  expect(entries.map(({ entry: { actual, ...rest } }) => rest)).toEqual([
    { id: 'A-02', reason: '' },
    { id: 'A-04', blocked: true, reason: '' },
  ])
  const known = ['A-01', 'A-02', 'A-04']
  const explained = entries.map((one) => ({ ...one, entry: { ...one.entry, reason: 'x' } }))
  for (const before of [undefined, '{"expected": []}', '{"expected": [{"id": "A-01", "reason": "x"} /* , */ ]}']) {
    const read = readExpected(withEntries(before, explained), 'x', known)
    expect(read.slice(-2)).toEqual(explained.map(({ entry }) => entry))
    expect(read).toHaveLength(before?.includes('A-01') ? 3 : 2)
  }
})

test('an area is accepted for its failures, and stale once it has none', () => {
  const result = (id: string, verdict: 'pass' | 'fail' | 'blocked') =>
    [id, { id, verdict, actual: '200', read: [] }] as const
  const weighed = (...results: (readonly [string, ReturnType<typeof result>[1]])[]) =>
    weigh(
      {
        file: 'x',
        entries: [
          { area: 'A', reason: 'x' },
          { id: 'A-03', reason: 'y', actual: '500' },
        ],
      },
      new Map(results),
    )
  const failing = weighed(
    result('A-01', 'pass'),
    result('A-02', 'fail'),
    result('A-03', 'fail'),
    result('B-01', 'fail'),
  )
  expect(failing.report).toMatchObject({ accepted: ['A-02'], stale: [], different: ['A-03'], notJudged: [] })
  expect(failing.known.get('A-02')).toEqual({ reason: 'x', area: 'A', state: 'accepted' })
  const passing = weighed(result('A-01', 'pass'), result('A-02', 'pass'))
  expect(passing.report).toMatchObject({ accepted: [], stale: ['A-01'], notJudged: ['A-03'] })
  expect(weighed(result('A-01', 'blocked')).report.notJudged).toEqual(['A-03', 'A'])
})
