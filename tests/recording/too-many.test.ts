import { expect, test } from 'vitest'
import { Exchange } from '../../src/recording/exchange.ts'
import { limited } from '../../src/recording/too-many.ts'
import { exchange } from '../support/literal.ts'

const refusal = '{"message":"Too many attempts. Please try again later."}'

/** Logins in this order, a second apart. */
const logins = (...statuses: number[]): Exchange[] =>
  statuses.map((status, index) => {
    const { data } = exchange(`login ${index}`, status, status === 429 ? refusal : '"token"')
    const startedAt = new Date(Date.UTC(2026, 10, 23, 12, 0, index)).toISOString()
    const url = 'http://shop.test/rest/default/V1/integration/customer/token'
    return new Exchange({ ...data, startedAt, request: { ...data.request, url } })
  })

const namesOf = (exchanges: readonly Exchange[]) => limited(exchanges).map(({ name }) => name)

test('429 alternating with successful logins, and no 401, is the response to wrong logins', () => {
  expect(namesOf(logins(200, 429, 200, 429, 429, 200, 429, 200, 429))).toEqual([])
})

test('consecutive 429, or 401 for wrong logins, mean a rate limit', () => {
  expect(namesOf(logins(200, 429, 200, 429, 200, 401, 429, 200))).toEqual(['login 1', 'login 3', 'login 6'])
  expect(namesOf(logins(200, 200, 429, 429, 200))).toEqual(['login 2', 'login 3'])
})

test('other requests than logins are ignored', () => {
  expect(limited([exchange('reset', 429, refusal)])).toEqual([])
})

/** Logins with these names and responses, a second apart; a name with a star needed a retry. */
const loginsOf = (...answers: readonly (readonly [name: string, status: number])[]): Exchange[] =>
  logins(...answers.map(([, status]) => status)).map(({ data }, index) => {
    const [name = '', star] = answers[index]?.[0].split('*') ?? []
    const body = Buffer.from(JSON.stringify({ username: name, password: 'x' }))
    const retries = star === undefined ? {} : { retries: 1 }
    return new Exchange({ ...data, ...retries, request: { ...data.request, body } })
  })

const failed = [
  ['a', 401],
  ['a', 401],
  ['a', 401],
] as const

test('429 for a name that failed often, while other names get responses, is a lock of that name', () => {
  expect(namesOf(loginsOf(...failed, ['a', 429], ['b', 200], ['A', 429], ['c', 401], ['d', 200]))).toEqual([])
})

test('429 for a name that never failed, or while other names needed a retry, is a rate limit', () => {
  expect(namesOf(loginsOf(...failed, ['a', 429], ['b', 200], ['c', 429], ['c', 200], ['d', 200]))).toHaveLength(2)
  expect(namesOf(loginsOf(...failed, ['a', 429], ['b*', 200], ['c', 200], ['d', 200]))).toHaveLength(1)
})
