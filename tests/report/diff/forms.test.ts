import { describe, expect, test } from 'vitest'
import { expect as must } from '../../../src/judge/expect.ts'
import { judge } from '../../../src/judge/judge.ts'
import type { Exchange } from '../../../src/recording/exchange.ts'
import { consoleDiff } from '../../../src/report/diff/console.ts'
import { diffOf } from '../../../src/report/diff/diff-of.ts'
import { exitCodeOf } from '../../../src/report/diff/exit-code.ts'
import { diffFormats } from '../../../src/report/diff/formats.ts'
import { reportOf } from '../../../src/report/report-of.ts'
import { exchange, recording, requirement } from '../../support/literal.ts'
import { validatorOf } from '../../support/schema.ts'

const requirements = [
  {
    ...requirement((read) => void must(read.named('x') as Exchange).toAnswer(true)),
    id: 'A-01',
    sentence: 'x is true',
  },
]
const hostile = '</script><script>alert(1)</script><img src=x onerror=alert(1)>\u001b[31m\u202e'
const refusal = (message: string) => JSON.stringify({ message })

const side = (given: string, ...answers: readonly (readonly [string, number, string])[]) => {
  const recorded = recording(answers.map(([name, status, body]) => exchange(name, status, body)))
  return { given, report: reportOf(recorded, requirements, judge(recorded, requirements)) }
}
const before = side('old.har', ['x', 200, 'true'], ['hostile', 400, refusal('no')], ['y', 200, '1'])
const after = side('new.har', ['x', 200, 'false'], ['hostile', 400, refusal(hostile)])
const diff = diffOf(before, after, requirements)
const written = (name: string) => [...(diffFormats[name]?.render(diff) ?? [])].join('')

test('JSON is valid under its schema, which is strict', () => {
  const problems = validatorOf('diff')
  const document = JSON.parse(written('json'))
  expect(problems(document)).toEqual([])
  expect(problems({ ...document, extra: 1 })).not.toEqual([])
  expect(problems({ ...document, version: 2 })).not.toEqual([])
})

test('the console lists unannounced changes first, and texts cannot control the terminal', () => {
  expect(consoleDiff(diff)).toMatchInlineSnapshot(`
    "magento-customer-contract 0.3.0, diff
    before   2.4.7 (stated), http://shop.test in old.har, access none
    after    2.4.7 (stated), http://shop.test in new.har, access none

    Nobody announced
      ✗ breaking   POST /V1/x: the body was true, is false
                   "x" of literal
                   A-01 pass, now fail: x is true
      ¶ text       POST /V1/x: /message was "no", is "</script><script>alert(1)</script><img src=x onerror=alert(1)>\\u001b[31m\\u202e"
                   "hostile" of literal

    Not compared
      1 exchange not at hand after: its scenario had no need of it there

    2.4.7 → 2.4.7: 2 breaking (2 unannounced), 0 tightened (0 unannounced), 0 loosened (0 unannounced), 1 text (1 unannounced), 0 minor (0 unannounced), 0 added (0 unannounced), 0 mended (0 unannounced), 0 timing (0 unannounced) | 2 exchanges, 0 mailboxes, 1 requirements compared"
  `)
})

describe('a hostile response is escaped', () => {
  test('in Markdown', () => {
    expect(written('markdown')).not.toMatch(/<(script|img)/)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the test checks that they are absent
    expect(written('markdown')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
  })

  test('in HTML, which needs no script', () => {
    const page = written('html')
    expect(page).not.toMatch(/<(script|img)/)
    expect(page).toContain('&lt;/script&gt;')
    expect(page).toMatch(/script-src (&#39;|')none/)
  })
})

test('two equal reports have no differences in any format', () => {
  const same = diffOf(before, before, requirements)
  expect([same.changes, same.requirements.changes, same.notCompared]).toEqual([[], [], []])
  expect(consoleDiff(same)).toContain('Nothing differs.')
  expect([...(diffFormats.markdown?.render(same) ?? [])].join('')).toContain('Nothing differs.')
})

test('exit codes', () => {
  const same = diffOf(before, before, requirements)
  expect([exitCodeOf(same, false), exitCodeOf(same, true)]).toEqual([0, 3])
  expect([exitCodeOf(diff, false), exitCodeOf(diff, true)]).toEqual([1, 1])
  expect(exitCodeOf(same, false, { failOn: ['text'] })).toBe(0)
  expect(exitCodeOf(diff, false, { failOn: ['text'] })).toBe(1)
  const announced = { ...diff, counts: { ...diff.counts, breaking: { all: 2, unannounced: 0 } } }
  expect([exitCodeOf(announced, false), exitCodeOf(announced, false, { allowExpected: true })]).toEqual([1, 0])
})

test('reports without recordings are compared by their verdicts only, and a note says so', () => {
  const bare = ({ given, report }: typeof before) => {
    const { recording: _, ...rest } = report
    return { given, report: rest }
  }
  const verdicts = diffOf(bare(before), bare(after), requirements)
  expect(verdicts.requirements.changes.map(({ id }) => id)).toEqual(['A-01'])
  expect([verdicts.changes, verdicts.compared.exchanges]).toEqual([[], 0])
  expect(verdicts.notes.join()).toContain('no recording')
})

test('other differences between the shops and runs are listed', () => {
  const other = {
    ...after,
    report: { ...after.report, powers: ['admin' as const], probes: { captcha: { value: true, from: 'x' } } },
  }
  const first = { ...before, report: { ...before.report, probes: { captcha: { value: false, from: 'x' } } } }
  expect(diffOf(first, other, requirements).notes).toEqual([
    'The shops are set up differently: captcha is false before and true after',
    'Only after had the access admin: what needs them is not compared',
  ])
})
