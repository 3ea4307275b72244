import { safeJson } from '../shared/text.ts'
import { chaptersOf } from './grouped.ts'
import { isRed, type Outcome, outcomeOf, sayingOf } from './outcome.ts'
import type { Report, ReportedRequirement } from './report.ts'
import { selectedOf } from './selection.ts'
import { subjectOf } from './subject.ts'
import { timesOf } from './times.ts'

type Status = 'passed' | 'failed' | 'skipped' | 'pending' | 'other'

/**
 * CTRF status of each outcome. Pending: needs something from the user. Skipped: not promised by this shop. Other:
 * judged or tried, but neither passed nor failed.
 */
const statuses: Record<Outcome, Status> = {
  pass: 'passed',
  fail: 'failed',
  stale: 'failed',
  overdue: 'failed',
  warn: 'other',
  advice: 'other',
  accepted: 'other',
  error: 'other',
  blocked: 'pending',
  untestable: 'pending',
  inapplicable: 'skipped',
}

/**
 * Renders the report in the Common Test Report Format (ctrf.io), version 0.0. Fields that it lacks are under `extra`.
 */
export function ctrf(report: Report): string {
  const { suite, target, release, requirements, performedMs, conformant, counts, exitCode, expected } = report
  const start = Date.parse(report.startedAt)
  const times = timesOf(report)
  const tests = requirements.map((requirement) => testOf(requirement, report, times.get(requirement.id) ?? 0))
  const count = (status: Status) => tests.filter((test) => test.status === status).length
  const document = {
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    timestamp: new Date(start + performedMs).toISOString(),
    generatedBy: `${suite.name} ${suite.version}`,
    results: {
      tool: { name: suite.name, version: suite.version },
      summary: {
        tests: tests.length,
        passed: count('passed'),
        failed: count('failed'),
        skipped: count('skipped'),
        pending: count('pending'),
        other: count('other'),
        suites: chaptersOf(requirements).size,
        start,
        stop: start + performedMs,
        duration: performedMs,
        extra: {
          conformant,
          counts,
          exitCode,
          findings: report.findings ?? [],
          ...(expected ? { expected } : {}),
          ...selectedOf(report),
        },
      },
      tests,
      environment: {
        appName: target.url,
        appVersion: target.embedded ? subjectOf(report) : release.name,
        healthy: exitCode === 0,
        extra: { target, release, powers: report.powers, probes: report.probes, notes: report.notes },
      },
    },
  }
  return safeJson(JSON.stringify(document, null, 2))
}

function testOf(requirement: ReportedRequirement, report: Report, duration: number) {
  const { id, sentence, chapter, verdict, level, advice, curl, expected, actual } = requirement
  const { source, releases, evidence, scenario, exchange, next, setting, known } = requirement
  const message = sayingOf(requirement, report)
  return {
    testId: id,
    name: `${id} ${sentence}`,
    status: isRed(requirement) ? ('failed' as const) : statuses[outcomeOf(requirement)],
    rawStatus: outcomeOf(requirement),
    duration: Math.round(duration),
    suite: [chapter],
    ...(message ? { message } : {}),
    ...(curl ? { snippet: curl } : {}),
    tags: [level, ...(advice ? ['advice'] : []), ...(known && known.state !== 'different' ? ['expected failure'] : [])],
    type: 'contract',
    extra: {
      verdict,
      source,
      releases,
      ...present({ evidence, scenario, exchange, expected, actual, next, setting }),
      ...present({ known }),
    },
  }
}

const present = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
