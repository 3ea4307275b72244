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

test('a 429 in turns with right logins, and no 401: what the shop makes of wrong ones', () => {
  expect(namesOf(logins(200, 429, 200, 429, 429, 200, 429, 200, 429))).toEqual([])
})

test('a limit refuses until it lets through, wrong logins among others', () => {
  expect(namesOf(logins(200, 429, 200, 429, 200, 401, 429, 200))).toEqual(['login 1', 'login 3', 'login 6'])
  expect(namesOf(logins(200, 200, 429, 429, 200))).toEqual(['login 2', 'login 3'])
})

test('what is no login is left to others', () => {
  expect(limited([exchange('reset', 429, refusal)])).toEqual([])
})
