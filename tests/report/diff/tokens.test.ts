import { describe, expect, test } from 'vitest'
import { Exchange } from '../../../src/recording/exchange.ts'
import { compareRecordings } from '../../../src/report/diff/compare-recordings.ts'
import { exchange, recording } from '../../support/literal.ts'
import { type Answer, changes, dated, iat, json, token } from './changes.ts'

test('tokens of shops with different configured lifetimes differ only in the lifetime', () => {
  const login = (seconds: number, probed = seconds) => {
    const one = recording([
      new Exchange({
        ...exchange('login', 200, JSON.stringify(token({ uid: 7, iat, exp: iat + seconds })), [json, dated]).data,
        request: { method: 'POST', url: 'http://shop.test/rest/V1/integration/customer/token', headers: [] },
      }),
    ])
    return { ...one, meta: { ...one.meta, probes: { 'token lifetime': { value: probed, from: 'a token' } } } }
  }
  const kinds = (...both: Parameters<typeof compareRecordings>) =>
    compareRecordings(...both).differences.map(({ kind }) => kind)
  expect(kinds(login(60), login(3600))).toEqual(['lifetime'])
  expect(kinds(login(60), login(7200, 3600))).toEqual(['value'])
})

describe('tokens', () => {
  const opaque = (letter: string): Answer => [200, letter.repeat(32)]
  const signed = (claims: object): Answer => [200, token(claims)]
  const claims = { uid: 7, utypid: 3, iat, exp: iat + 3600 }
  test.each<[string, Answer, Answer, string[]]>([
    ['another of the same form', opaque('a'), opaque('b'), []],
    ['opaque, then signed', opaque('a'), signed(claims), ['breaking: format the body']],
    ['in capitals', opaque('x'), opaque('X'), ['breaking: format the body']],
    [
      'of another customer and second',
      signed(claims),
      signed({ ...claims, uid: 9, iat: iat + 1, exp: iat + 3601 }),
      [],
    ],
    [
      'of another life',
      signed(claims),
      signed({ ...claims, exp: iat + 60 }),
      ['breaking: value /token/claims/exp - iat'],
    ],
    [
      'with an id that is a text',
      signed(claims),
      signed({ ...claims, uid: '7' }),
      ['breaking: type /token/claims/uid'],
    ],
    [
      'without user type',
      signed(claims),
      signed({ uid: 7, iat, exp: iat + 3600 }),
      ['breaking: field gone /token/claims/utypid'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(changes([before], [after], 'integration/customer/token')).toEqual(expected)
  })
})
