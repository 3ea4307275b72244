import { expect, test } from 'vitest'
import { leftLines } from '../../src/perform/left-accounts.ts'

const left = Array.from({ length: 5 }, (_, index) => ({ email: `a${index}@x.test`, id: index, why: 'no power' }))
const most = (count: number) => leftLines(left, 'http://x.test', { count, rest: 'the ledger lists all' })

test('all remaining accounts are listed; of many, the rest is counted', () => {
  expect(leftLines(left, 'http://x.test')).toHaveLength(7)
  expect(most(3).slice(0, -1)).toEqual([
    '5 accounts stay on the shop: no power',
    '  a0@x.test (id 0)',
    '  a1@x.test (id 1)',
    '  a2@x.test (id 2)',
    '  … and 2 more: the ledger lists all',
  ])
})

test.each([4, 5])('of five accounts at most %i need five lines in any case: all are listed', (count) => {
  expect(most(count)).toEqual(leftLines(left, 'http://x.test'))
})

test('nothing is printed if none remains', () => {
  expect(leftLines([], 'http://x.test')).toEqual([])
})
