import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { create } from 'xmlbuilder2'
import { expect as must } from '../../src/judge/expect.ts'
import { judge } from '../../src/judge/judge.ts'
import { untestable } from '../../src/judge/unmet.ts'
import { Exchange } from '../../src/recording/exchange.ts'
import { consoleReport } from '../../src/report/console.ts'
import { fromJson, jsonText } from '../../src/report/json.ts'
import { junit } from '../../src/report/junit.ts'
import type { Report } from '../../src/report/report.ts'
import { reportOf } from '../../src/report/report-of.ts'
import { exchange, recording, requirement } from '../support/literal.ts'
import { validatorOf } from '../support/schema.ts'

const hostile = '"\u001b[31m]]></failure><script>alert(1)</script>\u0000 & \\u202e"'
  .replaceAll('\u001b', '\\u001b')
  .replaceAll('\u0000', '\\u0000')
const reads = (name: string, value: unknown) =>
  requirement((read) => void must(read.named(name) as Exchange).toAnswer(value))

/** One requirement of every verdict. */
const requirements = [
  { ...reads('x', true), id: 'A-01', sentence: 'passes' },
  { ...reads('hostile', true), id: 'A-02', sentence: 'fails <&>' },
  { ...reads('hostile', true), id: 'A-03', sentence: 'warns', level: 'should' as const },
  { ...reads('later', true), id: 'A-04', sentence: 'is blocked' },
  {
    ...requirement(() => untestable('no mailbox', 'set one')),
    id: 'B-01',
    sentence: 'is untestable',
    chapter: 'Other',
  },
  {
    ...reads('x', true),
    id: 'B-02',
    sentence: 'is inapplicable',
    in: { includes: () => false, text: 'never' },
    chapter: 'Other',
  },
  { ...requirement(() => void (undefined as unknown as { a: 1 }).a), id: 'B-03', sentence: 'errs', chapter: 'Other' },
]
const recorded = recording([exchange('x', 200, 'true'), exchange('hostile', 200, hostile)], {
  kind: 'blocked',
  by: 'x',
  why: 'no token',
})
const report: Report = reportOf(recorded, requirements, judge(recorded, requirements), {
  accounts: { created: 3, removed: 2, left: [{ email: 'a@b.c', id: 7, why: 'no power' }] },
  budget: {
    used: { requests: 2, failedLogins: 1, failedLoginsOfOneName: 1, resetRequests: 0 },
    allowed: { requests: 2000, failedLogins: 200, failedLoginsOfOneName: 5, resetRequests: 30 },
    paused: 4,
  },
})

const written = (report: Report) => [...jsonText(report)].join('')

describe('JSON', () => {
  const problems = validatorOf('report')

  test('is valid under its schema, and the schema is strict', () => {
    const document = JSON.parse(written(report))
    expect(problems(document)).toEqual([])
    expect(problems(JSON.parse(written(reportOf(recorded, requirements, judge(recorded, requirements)))))).toEqual([])
    expect(problems({ ...document, extra: 1 })).not.toEqual([])
    expect(problems({ ...document, version: 1 })).not.toEqual([])
  })

  test('is read back unchanged, also one of an older version without a recording', () => {
    const { recording: _, ...older } = report
    expect(written(fromJson(JSON.parse(written(report))))).toBe(written(report))
    expect(fromJson(JSON.parse(written(older)))).toEqual(older)
    expect(() => fromJson({ log: {} })).toThrow('it is not a report of this suite')
    expect(() => fromJson({ ...older, version: 3 })).toThrow('it is a report of version 3')
  })

  test('counts every verdict, and is not conformant', () => {
    expect(report.counts).toEqual({
      pass: 1,
      fail: 1,
      warn: 1,
      advice: 0,
      blocked: 1,
      untestable: 1,
      inapplicable: 1,
      error: 1,
    })
    expect(report).toMatchObject({ conformant: 'no', exitCode: 1 })
  })
})

describe('exit codes', () => {
  const codeOf = (...ids: string[]) => {
    const chosen = requirements.filter(({ id }) => ids.includes(id))
    const { exitCode, conformant } = reportOf(recorded, chosen, judge(recorded, chosen))
    return [exitCode, conformant]
  }
  test.each([
    [['A-01'], 0, 'yes'],
    [['A-01', 'A-03'], 0, 'yes'],
    [['A-01', 'B-01'], 0, 'as far as tested'],
    [['A-01', 'A-02', 'B-03'], 1, 'no'],
    [['A-01', 'A-04'], 1, 'no'],
    [['A-01', 'B-03'], 3, 'unknown'],
    [['B-01', 'B-02'], 4, 'unknown'],
  ])('%j: %i, %s', (ids, exitCode, conformant) => {
    expect(codeOf(...(ids as string[]))).toEqual([exitCode, conformant])
  })
})

describe('JUnit', () => {
  const xml = junit(report)

  test('is read by two independent parsers, which agree', () => {
    expect(XMLValidator.validate(xml)).toBe(true)
    const read = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(xml)
    const again = create(xml).end({ format: 'object' }) as unknown as {
      testsuites: { '@failures': string; '@errors': string }
    }
    const { tests, failures, errors } = read.testsuites
    expect([tests, failures, errors]).toEqual(['7', '1', '2'])
    expect([again.testsuites['@failures'], again.testsuites['@errors']]).toEqual(['1', '2'])
    const cases = read.testsuites.testsuite.flatMap((suite: { testcase: unknown }) => suite.testcase)
    expect(
      cases.map((one: object) =>
        Object.keys(one).filter((key) => !['classname', 'name', 'time', 'system-out'].includes(key)),
      ),
    ).toEqual([[], ['failure'], [], ['error'], ['skipped'], ['skipped'], ['error']])
    expect(cases[1]).toMatchObject({ classname: 'Literal', name: 'A-02 fails <&>' })
    expect(cases[4].skipped.message).toBe('untestable: no mailbox: set one')
  })
})

describe('console', () => {
  const text = consoleReport(report)

  test('repeats each failure at the end, with everything needed to act', () => {
    expect(text).toMatchInlineSnapshot(`
      "1 finding

      1  POST /V1/x: expected 200 with true, got 200 "\\u001b[31m]]></failure><script>alert(1)</script>\\u0000 & \\u202e"
         A-02      fails <&>
         expected  200 with true
         got       200 "\\u001b[31m]]></failure><script>alert(1)</script>\\u0000 & \\u202e"
         why       Clients break.
         again     npm run contract -- replay A-02 --url http://shop.test
         also      A-03 A-04
         next      npm run contract -- explain A-02

      magento-customer-contract 0.3.0
      target   http://shop.test, store default
      release  2.4.7 (stated)
      closest  unknown: no response that differs between releases was found
      access   none

        Literal                          ✓ 1 pass  ✗ 1 fail  ! 1 warn  ⊘ 1 blocked
        Other                            ? 1 untestable  × 1 error

      Not tested
        no mailbox: set one
          B-01

      Not judged, for a reason that is not a defect of the shop
        the suite itself failed in B-03: TypeError: Cannot read properties of undefined (reading 'a')
          B-03

      1 account stays on the shop: no power
        a@b.c (id 7)
      To remove what stays: \`npm run contract -- sweep --url http://shop.test\` (with --ledger FILE, where the run’s ledger is not reports/ledger.jsonl) with administrative access, or by hand under Customers, All Customers, where each stands under its address.

      accounts created 3, removed 2, left 1 (on http://shop.test: no power)
      budget   2 of 2000 requests, 1 of 200 failed logins, 1 of 5 failed logins of one name, 0 of 30 reset requests, 4 s paused because the target throttled
      2.4.7: conformant: no | 1 pass, 1 fail, 1 warn, 0 advice, 1 blocked, 1 untestable, 1 inapplicable, 1 error | 2 requests, 1.2 s"
    `)
  })

  test('a hostile response cannot control the terminal', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the test checks that they are absent
    expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e]/)
  })
})

test('retries are counted, and the console reports them', () => {
  const [first, second] = recorded.exchanges as [Exchange, Exchange]
  const again = { ...recorded, exchanges: [new Exchange({ ...first.data, retries: 1 }), second] }
  const twice = reportOf(again, requirements, judge(again, requirements))
  expect([report.retried, twice.retried]).toEqual([0, 1])
  expect(consoleReport(twice)).toContain('1 of the requests that change nothing were sent again')
  expect(consoleReport(report)).not.toContain('once more')
})
