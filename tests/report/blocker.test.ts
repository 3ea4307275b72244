import { expect, test } from 'vitest'
import type { Result } from '../../src/judge/verdict.ts'
import { blockerIn } from '../../src/report/blocker.ts'
import { requirement } from '../support/literal.ts'

const exchange = (name: string) => ({ scenario: 'literal', name })
const judged: readonly (readonly [Result, Parameters<typeof requirement>[1]])[] = [
  [{ id: 'X-01', verdict: 'warn', exchange: exchange('login'), read: ['login'] }, { level: 'should' }],
  [{ id: 'X-02', verdict: 'fail', exchange: exchange('login'), read: ['login'] }, {}],
  [
    { id: 'X-03', verdict: 'advice', exchange: exchange('lookup'), read: ['lookup'] },
    { level: 'should', advice: true },
  ],
  [{ id: 'X-04', verdict: 'fail', read: ['create', 'mails'] }, {}],
  [{ id: 'X-05', verdict: 'pass', read: ['lookup'] }, {}],
]
const requirements = judged.map(([{ id }, changes]) => requirement(() => {}, { id, ...changes }))
const blocker = blockerIn(
  requirements,
  judged.map(([result]) => result),
)

test.each([
  ['a MUST that fails there', 'login', 'see X-02 first, which does not hold for "login"'],
  ['what does not hold and looked at it', 'mails', 'see X-04 first, which does not hold for "mails"'],
  [
    'the exchange where nothing but advice is against it',
    'lookup',
    'check the response to "lookup" of scenario "literal" first: no requirement fails for it',
  ],
])('a blocked requirement names %s', (_, name, next) => {
  expect(blocker({ id: 'X-09', verdict: 'blocked', exchange: exchange(name), read: [] })).toBe(next)
})
