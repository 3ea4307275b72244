import { describe, expect, test } from 'vitest'
import { findingsOf } from '../../src/report/findings/findings-of.ts'
import { formats } from '../../src/report/formats.ts'
import { fromJson } from '../../src/report/json.ts'
import { everyReport, olderThan } from './every.ts'

describe.each(Object.entries(formats))('%s', (_, { render }) => {
  test('shows a report of the first version, which has no recording and fewer fields', () => {
    const older = fromJson(JSON.parse(JSON.stringify(olderThan(everyReport))))
    const text = [...render(older)].join('')
    expect(text.length).toBeGreaterThan(80)
    // The script of the page may contain them.
    const shown = text.replace(/<script>[\s\S]*?<\/script>/g, '')
    expect(shown).not.toMatch(/undefined[^ ']|\[object|NaN/)
  })

  test('ends with a line break, as a text file does', () => {
    expect([...render(everyReport)].join('')).toMatch(/\S\n$/)
  })
})

test('a report of version 1 is read: unmet advice, then a warning, becomes its own verdict, and findings become notes', () => {
  const { notes: _, recording: _recording, counts, requirements, ...rest } = JSON.parse(JSON.stringify(everyReport))
  const { advice, ...others } = counts
  const first = {
    ...rest,
    version: 1,
    counts: { ...others, warn: others.warn + advice },
    requirements: requirements.map((one: { verdict: string }) =>
      one.verdict === 'advice' ? { ...one, verdict: 'warn' } : one,
    ),
    findings: ['a note'],
  }
  expect(advice).toBe(1)
  const { recording: _e, ...expected } = everyReport
  // Only a recording shows what failed first.
  const findings = findingsOf(everyReport.requirements)
  expect(fromJson(first)).toEqual({ ...JSON.parse(JSON.stringify({ ...expected, findings })), notes: ['a note'] })
})
