import { expect, test } from 'vitest'
import '../../specs/index.ts'
import { judge } from '../../src/judge/judge.ts'
import { requirements } from '../../src/judge/requirement.ts'
import { Exchange } from '../../src/recording/exchange.ts'
import { exchange, recording } from '../support/literal.ts'

const noon = Date.parse('2026-11-23T12:00:00Z')
const timeOf = (second: number) => new Date(noon + second * 1000)
const stored = (second: number) => timeOf(second).toISOString().slice(0, 19).replace('T', ' ')

interface Given {
  readonly id?: number
  /** Seconds after noon: the answer's Date, and the times that it shows. */
  readonly at?: number
  readonly created?: number
  readonly updated?: number
  readonly addresses?: readonly number[]
  readonly sent?: object
  readonly took?: number
}

function answer(method: string, path: string, given: Given): Exchange {
  const { id = 1, at = 0, created = 0, updated = at, addresses = [], sent = {}, took = 0 } = given
  const times = { created_at: stored(created), updated_at: stored(updated) }
  const body = { id, ...times, addresses: addresses.map((address) => ({ id: address })) }
  const { data } = exchange(`${method} at ${at}`, 200, JSON.stringify(body), [['Date', timeOf(at).toUTCString()]])
  const url = `http://shop.test/rest/default/V1/customers${path}`
  const request = { method, url, headers: [], body: Buffer.from(JSON.stringify({ customer: sent })) }
  return new Exchange({ ...data, time: took * 1000, request })
}

const registered = (given: Given = {}) => answer('POST', '', given)
const updated = (given: Given, path = '/me') => answer('PUT', path, given)

const verdictOf = (id: string, ...exchanges: Exchange[]) =>
  judge(
    recording(exchanges),
    requirements.filter((requirement) => requirement.id === id),
  ).map(({ verdict }) => verdict)[0]

test('an id is new if no registration had it before; an update repeats the ids of its customer', () => {
  const first = registered({ id: 1, addresses: [1, 2] })
  expect(verdictOf('WHOLE-07', first, updated({ id: 1, addresses: [1, 2] }), registered({ id: 2 }))).toBe('pass')
  expect(verdictOf('WHOLE-07', first, registered({ id: 1 }))).toBe('fail')
  expect(verdictOf('WHOLE-07', first, registered({ id: 2, addresses: [3, 2] }))).toBe('fail')
})

test('the time of an update is judged only if ten seconds have passed for certain', () => {
  const frozen = (more: Given) => verdictOf('WHOLE-08', registered(), updated({ updated: 0, ...more }))
  expect(verdictOf('WHOLE-08', registered(), updated({ at: 20 }))).toBe('pass')
  expect(frozen({ at: 20 })).toBe('fail')
  expect(frozen({ at: 20, updated: -5 })).toBe('fail')
  expect(frozen({ at: 9 })).toBe('inapplicable')
  expect(frozen({ at: 20, took: 12 })).toBe('inapplicable')
})

test('the time of the registration stays, unless the update, or another customer named in it, brings another', () => {
  const changed = (more: Given, path?: string) =>
    verdictOf('WHOLE-09', registered(), updated({ created: 5, ...more }, path))
  expect(verdictOf('WHOLE-09', registered(), updated({ at: 5 }))).toBe('pass')
  expect(changed({})).toBe('fail')
  expect(changed({}, '/1')).toBe('fail')
  expect(changed({ sent: { id: 1 } }, '/1')).toBe('fail')
  expect(changed({ sent: { created_at: stored(5) } })).toBe('inapplicable')
  expect(changed({ sent: { id: 1 } }, '/2')).toBe('inapplicable')
  expect(changed({}, '/me?customerId=2')).toBe('inapplicable')
  const chosen = updated({ created: 5, sent: { created_at: stored(5) } })
  expect(verdictOf('WHOLE-09', registered(), chosen, updated({ created: 5 }))).toBe('pass')
})
