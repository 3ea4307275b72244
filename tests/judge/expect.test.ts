import { expect as check, describe, test } from 'vitest'
import { expect } from '../../src/judge/expect.ts'
import { Unmet } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { exchange } from '../support/literal.ts'

const json: [string, string][] = [['Content-Type', 'application/json; charset=utf-8']]
const refused = (body: string, status = 401) => exchange('x', status, body)
const self = '{"message":"The consumer isn\'t authorized to access %resources.","parameters":{"resources":"self"}}'

describe('each expectation accepts correct values and rejects wrong ones', () => {
  test.each<[string, (subject: Exchange) => unknown, Exchange, Exchange]>([
    ['toHaveStatus', (x) => expect(x).toHaveStatus(200, 201), exchange('x', 201, ''), exchange('x', 204, '')],
    ['toBeJson: body', (x) => expect(x).toBeJson(), exchange('x', 200, '"t"'), exchange('x', 200, '')],
    [
      'toBeJson: label',
      (x) => expect(x).toBeJson(),
      exchange('x', 200, '1'),
      exchange('x', 200, '1', [['Content-Type', 'text/html']]),
    ],
    ['toAnswer', (x) => expect(x).toAnswer(true), exchange('x', 200, 'true'), exchange('x', 200, '"true"')],
    ['toBeUnauthorized', (x) => expect(x).toBeUnauthorized(), refused(self), refused(self.replace('self', 'other'))],
    ['toBeUnauthorized: status', (x) => expect(x).toBeUnauthorized(), refused(self), refused(self, 403)],
    [
      'toBeRefusedWith: shape',
      (x) => expect(x).toBeRefusedWith(400),
      refused('{"message":"m"}', 400),
      refused('{"error":"m"}', 400),
    ],
    [
      'toBeRefusedWith: errors',
      (x) => expect(x).toBeRefusedWith(400, { errors: [{ message: 'a' }, { message: 'b' }] }),
      refused('{"message":"m","errors":[{"message":"a"},{"message":"b"}]}', 400),
      refused('{"message":"m","errors":[{"message":"b"},{"message":"a"}]}', 400),
    ],
    [
      'toAnswerLike',
      (x) => expect(x).toAnswerLike(refused('{"message":"m"}'), 401),
      refused('{"message":"m"}'),
      refused('{"message":"n"}'),
    ],
    ['toAnswerLike: status', (x) => expect(x).toAnswerLike(refused('1'), 401), refused('1'), refused('1', 400)],
    [
      'toHaveHeader',
      (x) => expect(x).toHaveHeader('a', /b/),
      exchange('x', 200, '', [['A', 'abc']]),
      exchange('x', 200, '', [['A', 'c']]),
    ],
    ['toLackHeader', (x) => expect(x).toLackHeader('a'), exchange('x', 200, ''), exchange('x', 200, '', [['A', 'c']])],
    [
      'toEqual',
      (x) => expect(x.at('/a')).toEqual([1]),
      exchange('x', 200, '{"a":[1]}'),
      exchange('x', 200, '{"a":["1"]}'),
    ],
    [
      'toEqual: place',
      (x) => expect(x.at('/a')).toEqual(x.sent('/a')),
      exchange('x', 200, '{"a":"it\'s"}'),
      exchange('x', 200, '{"a":"its"}'),
    ],
    ['toBeAbsent', (x) => expect(x.at('/a')).toBeAbsent(), exchange('x', 200, '{}'), exchange('x', 200, '{"a":null}')],
    [
      'toBeOneOf',
      (x) => expect(x.at('/a')).toBeOneOf(1, '1'),
      exchange('x', 200, '{"a":"1"}'),
      exchange('x', 200, '{"a":2}'),
    ],
    [
      'toMatch',
      (x) => expect(x.at('')).toMatch(/^t/),
      exchange('x', 200, '"token"', json),
      exchange('x', 200, '["token"]', json),
    ],
    [
      'toBeOfType',
      (x) => expect(x.at('/a')).toBeOfType('integer'),
      exchange('x', 200, '{"a":1}'),
      exchange('x', 200, '{"a":1.5}'),
    ],
    [
      'toBe',
      (x) => expect(x.at('/a')).toBe('even', (v) => v === 2),
      exchange('x', 200, '{"a":2}'),
      exchange('x', 200, '{"a":3}'),
    ],
  ])('%s', (_, expectation, good, bad) => {
    check(() => expectation(good)).not.toThrow()
    check(() => expectation(bad)).toThrow(Unmet)
  })
})

test('a body that is not JSON is described as such', () => {
  check(() => expect(exchange('x', 200, '<b>', json).at('/id')).toBeOfType('integer')).toThrow(
    'expected an integer at /id, got no JSON: 200 with a body that is no JSON: "<b>"',
  )
})
