import { expect as must } from '../../src/judge/expect.ts'
import { judge } from '../../src/judge/judge.ts'
import type { Requirement } from '../../src/judge/requirement.ts'
import { untestable } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import type { Report } from '../../src/report/report.ts'
import { reportOf } from '../../src/report/report-of.ts'
import { exchange, recording, requirement } from '../support/literal.ts'

/** Hostile texts from a server or a file of expected failures, against terminals, CI systems, pages and parsers. */
export const hostile = [
  '\u001b[31m\u0000\u202e\ud800\ufffe',
  '\n::stop-commands::x\n  ::error::y\r\n##[add-mask]z ##vso[task.complete]',
  ']]></failure><script>alert(1)</script><img src=x onerror=alert(1)>&amp;',
  '[[ATTACHMENT|/etc/passwd]] [[PROPERTY|a=b]]',
  '`````` ``` **b** _i_ ~~s~~ | a | # h $x$ [l](javascript:alert(1)) ![i](http://evil.test/i.png)',
  '@everyone #1 http://evil.test www.evil.test a@evil.test %0A::warning::w, title=x:y',
].join(' ')

const reads = (id: string, name: string, value: unknown, changes: Partial<Requirement> = {}) =>
  requirement((read) => void must(read.named(name) as Exchange).toAnswer(value), {
    id,
    sentence: `says ${id}`,
    ...changes,
  })

/** One requirement of every verdict, and one of every state of an expected failure. */
const everyRequirement: readonly Requirement[] = [
  reads('A-01', 'x', true),
  reads('A-02', 'hostile', true, { sentence: `fails ${hostile}` }),
  reads('A-03', 'hostile', true, { level: 'should' }),
  reads('A-04', 'later', true),
  reads('A-05', 'later', true, { level: 'may' }),
  reads('A-06', 'x', false, { level: 'should', advice: true }),
  requirement(() => untestable(`no mailbox ${hostile}`, 'set one'), {
    id: 'B-01',
    chapter: 'Other',
    sentence: 'untestable',
  }),
  reads('B-02', 'x', true, { in: { includes: () => false, text: 'never' }, chapter: 'Other' }),
  requirement(() => void (undefined as unknown as { a: 1 }).a, { id: 'B-03', chapter: 'Other', sentence: 'errs' }),
  reads('C-01', 'x', false, { chapter: 'Expected' }),
  reads('C-02', 'x', true, { chapter: 'Expected' }),
  reads('C-03', 'x', false, { chapter: 'Expected' }),
  reads('C-04', 'later', true, { chapter: 'Expected' }),
  requirement(() => untestable('no power', 'give it'), { id: 'C-05', chapter: 'Expected', sentence: 'is not judged' }),
]

export const everyRecording = recording(
  [exchange('x', 200, 'true'), exchange('hostile', 200, JSON.stringify(hostile).replaceAll('\\ud800', '?'))],
  { kind: 'blocked', by: 'x', why: `"x" answered 500 without a token` },
)

const expectedFailures = {
  file: 'contract-expected.jsonc',
  entries: [
    { id: 'C-01', reason: `known ${hostile}`, link: 'https://issues.test/1', owner: '@team', until: '2026-11-23' },
    { id: 'C-02', reason: 'mended' },
    { id: 'C-03', reason: 'late', until: '2026-11-22' },
    { id: 'C-04', reason: 'kept from being asked', blocked: true as const },
    { id: 'C-05', reason: 'not asked', until: '2000-01-01' },
  ],
}

/** Returns a report judged on 23 November 2026. @param ids the requirements; all if absent */
export function reportAbout(
  ids: readonly string[] = everyRequirement.map(({ id }) => id),
  today = '2026-11-23',
): Report {
  const chosen = everyRequirement.filter(({ id }) => ids.includes(id))
  return reportOf(everyRecording, chosen, judge(everyRecording, chosen), {
    expected: expectedFailures,
    today,
    accounts: { created: 3, removed: 2, left: [{ email: 'a@b.c', id: 7, why: hostile }] },
  })
}

export const everyReport = reportAbout()

/** A report of the first version of the suite: without a recording and newer fields. */
export function olderThan({
  recording: _,
  retried: _r,
  notes: _f,
  expected: _e,
  accounts: _a,
  budget: _b,
  requirements,
  ...rest
}: Report): object {
  return {
    ...rest,
    requirements: requirements.map(({ known: _k, evidence: _v, ...one }) => one),
  }
}
