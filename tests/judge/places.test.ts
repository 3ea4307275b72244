import { expect, test } from 'vitest'
import { firstDifference } from '../../src/judge/first-difference.ts'
import { insteadOf } from '../../src/judge/instead.ts'

test('the first difference of two values is reported at the deepest common place', () => {
  const at = (expected: unknown, actual: unknown) => firstDifference(expected, actual).pointer
  expect(at({ a: [{ b: 1 }] }, { a: [{ b: 2 }] })).toBe('/a/0/b')
  expect(at({ a: 1 }, {})).toBe('/a')
  expect(at({}, { 'a/b': 1 })).toBe('/a~1b')
  expect(at([1], [1, 2])).toBe('')
  expect(at({ a: [] }, { a: {} })).toBe('/a')
})

test('for a missing field another spelling of its name, or a wrapper around the body, is found', () => {
  expect(insteadOf({ groupId: 1 }, '/group_id')).toBe('there is `groupId`')
  expect(insteadOf({ addresses: [{ countryId: 'US' }] }, '/addresses/0/country_id')).toBe('there is `countryId`')
  expect(insteadOf({ data: { id: 1 } }, '/id')).toBe('the whole is inside of `data`')
  expect(insteadOf({ detail: 'No.' }, '/message')).toBe('there is `detail`')
  expect(insteadOf({ id: 1 }, '/group_id')).toBeUndefined()
  expect(insteadOf([], '/id')).toBeUndefined()
})
