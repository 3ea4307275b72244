import { describe, expect, test } from 'vitest'
import { from } from '../../release/index.ts'
import { expect as must } from '../../src/judge/expect.ts'
import { judge } from '../../src/judge/judge.ts'
import { inapplicable, untestable } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import type { Halt } from '../../src/recording/recording.ts'
import { exchange, recording, requirement } from '../support/literal.ts'

const answersTrue = requirement((read) => void must(read.named('x') as Exchange).toAnswer(true))
const one = (body: string, changes = {}) =>
  judge(recording([exchange('x', 200, body)]), [{ ...answersTrue, ...changes }])[0]

test('pass', () => {
  expect(one('true')).toEqual({ id: 'X-01', verdict: 'pass', read: ['x'] })
})

test('fail has the expected and the actual value, and the deciding exchange', () => {
  expect(one('false')).toEqual({
    id: 'X-01',
    verdict: 'fail',
    expected: '200 with true',
    actual: '200 false',
    exchange: { scenario: 'literal', name: 'x' },
    place: 'body',
    read: ['x'],
  })
})

test('advice that is not met has its own verdict', () => {
  expect(one('false', { level: 'should', advice: true })).toMatchObject({ verdict: 'advice' })
})

test('a SHOULD that is not met only warns', () => {
  expect(one('false', { level: 'should' })).toMatchObject({ verdict: 'warn' })
})

test('not for this release: inapplicable, unless judged as a release that it applies to', () => {
  const newer = { ...answersTrue, in: from('2.4.8') }
  const recorded = recording([exchange('x', 200, 'true')])
  expect(judge(recorded, [newer])[0]).toMatchObject({ verdict: 'inapplicable', why: 'holds from 2.4.8' })
  expect(judge(recorded, [newer], '2.4.8-p1')[0]).toMatchObject({ verdict: 'pass' })
})

test.each<[Halt, string]>([
  [{ kind: 'blocked', by: 'create', why: 'no id' }, 'blocked'],
  [{ kind: 'untestable', power: 'admin', why: 'no admin', setting: 'give one' }, 'untestable'],
  [{ kind: 'inapplicable', why: 'not here' }, 'inapplicable'],
  [{ kind: 'error', why: 'connection reset' }, 'error'],
])('an exchange that never happened is never a pass: %j', (halt, verdict) => {
  expect(judge(recording([], halt), [answersTrue])[0]).toMatchObject({ verdict, why: halt.why })
})

test('a scenario that was not performed leaves its requirements untestable', () => {
  const result = judge({ ...recording([]), outcomes: [] }, [answersTrue])[0]
  expect(result).toMatchObject({ verdict: 'untestable', why: 'scenario "literal" was not performed' })
})

test('a defect of the suite is an error, never a verdict on the shop', () => {
  const broken = requirement(() => {
    throw new TypeError('oops')
  })
  expect(judge(recording([]), [broken])[0]).toMatchObject({
    verdict: 'error',
    why: 'the suite itself failed in X-01: TypeError: oops',
  })
})

test('requirements whose steps an older recording lacks are untestable', () => {
  const [result] = judge(recording([]), [answersTrue])
  expect(result).toMatchObject({
    verdict: 'untestable',
    setting: expect.stringContaining('record the shop with version'),
  })
})

test('a check can say that it cannot decide', () => {
  const results = judge(recording([]), [
    requirement(() => inapplicable('the shop requires confirmation')),
    requirement(() => untestable('throttled', 'switch it off')),
  ])
  expect(results).toMatchObject([
    { verdict: 'inapplicable', why: 'the shop requires confirmation' },
    { verdict: 'untestable', why: 'throttled', setting: 'switch it off' },
  ])
})

test('texts are compared only if the store answers in English', () => {
  const says = requirement((read) => void must(read.named('x') as Exchange).toBeRefusedWith(404, { message: 'No.' }))
  const german = exchange('x', 404, '{"message":"Nein."}')
  const english = exchange('y', 404, '{"message":"Request does not match any route."}')
  expect(judge(recording([german]), [says])[0]).toMatchObject({ verdict: 'pass' })
  expect(judge(recording([german, english]), [says])[0]).toMatchObject({
    verdict: 'fail',
    expected: 'the message "No."',
    actual: '"Nein."',
  })
})

describe('a response of something in front of the shop', () => {
  const page = '<title>503 Service Temporarily Unavailable</title>'
  const everywhere = requirement((read) => void read.every().map((one) => must(one).toAnswer(true)), {
    scenario: undefined,
  })

  test.each([
    [502, page],
    [503, page],
    [503, ''],
    [504, page],
    [522, page],
  ])(
    '%i with %j is an error of requirements that read it, and ignored by those that read all responses',
    (status, body) => {
      const result = judge(recording([exchange('x', status, body), exchange('y', 200, 'true')]), [
        answersTrue,
        everywhere,
      ])
      expect(result).toMatchObject([
        {
          verdict: 'error',
          why: `"x" was answered ${status} without JSON: from something in front of the shop, or from maintenance mode`,
        },
        { verdict: 'pass' },
      ])
    },
  )

  test('if it is the only response, requirements about all responses are errors, not passed', () => {
    expect(judge(recording([exchange('x', 503, page)]), [everywhere])[0]).toMatchObject({ verdict: 'error' })
  })

  test.each([
    [500, page],
    [403, page],
    [200, page],
    [503, '{"message":"no"}'],
  ])('%i with %j is the shop’s own, and fails', (status, body) => {
    expect(judge(recording([exchange('x', status, body)]), [answersTrue])[0]).toMatchObject({ verdict: 'fail' })
  })
})
