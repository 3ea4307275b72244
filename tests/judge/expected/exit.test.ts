import { expect, test } from 'vitest'
import { consoleReport } from '../../../src/report/console.ts'
import { fromJson, jsonText } from '../../../src/report/json.ts'
import { reportAbout } from '../../report/every.ts'
import { validatorOf } from '../../support/schema.ts'

test.each<[string, string[], number, string]>([
  ['accepted failure, all else holds', ['A-01', 'C-01'], 0, 'no'],
  ['accepted failure alone', ['C-01'], 0, 'no'],
  ['accepted though blocked', ['A-01', 'C-04'], 0, 'no'],
  ['accepted, and another fails', ['A-01', 'A-02', 'C-01'], 1, 'no'],
  ['stale', ['A-01', 'C-02'], 4, 'yes'],
  ['overdue', ['A-01', 'C-03'], 4, 'no'],
  ['stale, and another fails', ['A-02', 'C-02'], 1, 'no'],
  ['stale, and the shop broke off', ['C-02', 'B-03'], 3, 'unknown'],
  ['overdue, but not judged', ['A-01', 'C-05'], 0, 'as far as tested'],
  ['nothing verified', ['C-05'], 4, 'unknown'],
  ['where all that is accepted was kept from being asked, nothing was verified', ['C-04'], 4, 'no'],
])('%s', (_, ids, exitCode, conformant) => {
  const report = reportAbout(ids)
  expect([report.exitCode, report.conformant]).toEqual([exitCode, conformant])
})

test('an entry is still accepted on its last day, in UTC', () => {
  expect(reportAbout(['A-01', 'C-01'], '2026-11-23').exitCode).toBe(0)
  expect(reportAbout(['A-01', 'C-01'], '2026-11-24').exitCode).toBe(4)
})

test('the report has the state of each entry, is valid, and can be read again', () => {
  const report = reportAbout()
  expect(report.expected).toEqual({
    file: 'contract-expected.jsonc',
    accepted: ['C-01', 'C-04'],
    stale: ['C-02'],
    overdue: ['C-03'],
    notJudged: ['C-05'],
  })
  const text = [...jsonText(report)].join('')
  expect(validatorOf('report')(JSON.parse(text))).toEqual([])
  expect(fromJson(JSON.parse(text)).requirements.find(({ id }) => id === 'C-03')?.known).toEqual({
    reason: 'late',
    until: '2026-11-22',
    state: 'overdue',
  })
})

test('the console marks and lists each entry, and explains exit code 0 for a shop that does not conform', () => {
  const text = consoleReport(reportAbout(['A-01', 'C-02', 'C-03', 'C-04', 'C-05']))
  expect(text.slice(text.indexOf('Expected\n'), text.indexOf('\n1 account'))).toMatchInlineSnapshot(`""`)
  expect(
    consoleReport(reportAbout(['A-01', 'C-04']))
      .split('\n')
      .slice(-2),
  ).toMatchInlineSnapshot(`
    [
      "expected 1 accepted, 0 stale, 0 overdue: not conformant, but every failure is expected",
      "2.4.7: conformant: no | 1 pass, 0 fail, 0 warn, 0 advice, 1 blocked, 0 untestable, 0 inapplicable, 0 error | 2 requests, 1.2 s",
    ]
  `)
})
