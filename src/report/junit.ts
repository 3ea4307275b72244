import { create } from 'xmlbuilder2'
import type { Report, ReportedRequirement } from './report.ts'
import { xmlText } from './text.ts'

/**
 * JUnit XML as Jenkins, GitLab and GitHub actions read it: a suite a chapter, a case a requirement; failure, error
 * and skipped kept apart, each with its message.
 */
export function junit(report: Report): string {
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele('testsuites', {
    name: report.suite.name,
    ...totals(report.requirements),
    time: seconds(report),
  })
  for (const chapter of new Set(report.requirements.map((requirement) => requirement.chapter))) {
    const members = report.requirements.filter((requirement) => requirement.chapter === chapter)
    const suite = root.ele('testsuite', {
      name: chapter,
      ...totals(members),
      timestamp: report.startedAt.slice(0, 19),
      time: '0',
    })
    for (const requirement of members) {
      const testcase = suite.ele('testcase', {
        classname: chapter,
        name: xmlText(`${requirement.id} ${requirement.sentence}`),
        time: '0',
      })
      if (requirement.evidence)
        testcase.ele('properties').ele('property', { name: 'evidence', value: requirement.evidence })
      outcome(testcase, requirement)
    }
  }
  return root.end({ prettyPrint: true })
}

type Node = ReturnType<ReturnType<typeof create>['ele']>

function outcome(testcase: Node, requirement: ReportedRequirement): void {
  const { verdict, level, expected, actual, why, setting, curl, next } = requirement
  const details = xmlText(
    [`expected: ${expected}`, `actual: ${actual}`, `source: ${requirement.source.join('; ')}`, curl, next]
      .filter(Boolean)
      .join('\n'),
  )
  if (verdict === 'fail')
    testcase.ele('failure', { type: level, message: xmlText(`expected ${expected}, got ${actual}`) }).txt(details)
  else if (verdict === 'error') testcase.ele('error', { type: 'error', message: xmlText(why ?? '') })
  else if (verdict === 'blocked' && level === 'must')
    testcase.ele('failure', { type: 'blocked', message: xmlText(why ?? '') })
  else if (verdict === 'warn')
    testcase.ele('system-out').txt(xmlText(`${level} not met: expected ${expected}, got ${actual}`))
  else if (verdict !== 'pass')
    testcase.ele('skipped', { message: xmlText([verdict, why, setting].filter(Boolean).join(': ')) })
}

function totals(requirements: readonly ReportedRequirement[]) {
  const count = (test: (requirement: ReportedRequirement) => boolean) => requirements.filter(test).length
  const failed = ({ verdict, level }: ReportedRequirement) =>
    verdict === 'fail' || (verdict === 'blocked' && level === 'must')
  return {
    tests: requirements.length,
    failures: count(failed),
    errors: count(({ verdict }) => verdict === 'error'),
    skipped: count((one) => ['untestable', 'inapplicable', 'blocked'].includes(one.verdict) && !failed(one)),
  }
}

const seconds = (report: Report) => (report.performedMs / 1000).toFixed(3)
