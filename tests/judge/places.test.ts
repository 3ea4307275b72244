import { expect, test } from 'vitest'
import { firstDifference } from '../../src/judge/first-difference.ts'
import { elsewhere, insteadOf } from '../../src/judge/instead.ts'

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

test('a text that is not where it belongs is looked for in the other fields of the same object', () => {
  const swapped = { firstname: 'Doe', lastname: 'Jane', addresses: [{ city: 'Rye' }] }
  expect(elsewhere(swapped, '/firstname', 'Jane')).toBe(', but "Jane" is in `lastname`')
  expect(elsewhere(swapped, '/first', 'Doe')).toBe(', but "Doe" is in `firstname`')
  expect(elsewhere(swapped, '/addresses/0/street', 'Rye')).toBe(', but "Rye" is in `city`')
  expect(elsewhere(swapped, '/addresses/0/street', 'Jane')).toBe('')
  expect(elsewhere({ suffix: 'Jr' }, '/prefix', 'Jr')).toBe('')
  expect(elsewhere(undefined, '/prefix', 'Mister')).toBe('')
})
