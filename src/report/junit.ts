import { create } from 'xmlbuilder2'
import { xmlText } from '../shared/text.ts'
import { chaptersOf } from './grouped.ts'
import { isKept, isRed, outcomeOf, reasonOf, sayingOf } from './outcome.ts'
import type { Report, ReportedRequirement } from './report.ts'
import { subjectOf } from './subject.ts'
import { timesOf } from './times.ts'

type Kind = 'failure' | 'error' | 'skipped' | 'passed'
type Element = ReturnType<ReturnType<typeof create>['ele']>

/**
 * Renders JUnit XML for Jenkins, GitLab and GitHub Actions: a suite per chapter, a case per requirement, with failure,
 * error and skipped kept apart. Constraints of the importers:
 * - Jenkins' xUnit plugin rejects files with `properties` or `file` in a case. So details of a case are in
 *   `system-out`, and those of the run in the `properties` of its suites.
 * - GitLab and dorny/test-reporter show the text of a failure but not its message, others the reverse: both have all.
 * - A case is identified by suite, class and name; dorny/test-reporter adds no level if class and suite are equal.
 */
export function junit(report: Report): string {
  const times = timesOf(report)
  const secondsOf = (requirements: readonly ReportedRequirement[]) =>
    seconds(requirements.reduce((sum, { id }) => sum + (times.get(id) ?? 0), 0))
  const { skipped: _, ...totalsOfAll } = totals(report.requirements)
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele('testsuites', {
    name: report.suite.name,
    ...totalsOfAll,
    time: seconds(report.performedMs),
  })
  for (const [chapter, members] of chaptersOf(report.requirements)) {
    const suite = root.ele('testsuite', {
      name: xmlText(chapter),
      ...totals(members),
      timestamp: report.startedAt.slice(0, 19),
      time: secondsOf(members),
    })
    const properties = suite.ele('properties')
    for (const [name, value] of Object.entries(propertiesOf(report)))
      properties.ele('property', { name, value: xmlText(value) })
    for (const requirement of members) {
      const name = xmlText(`${requirement.id} ${requirement.sentence}`)
      const testcase = suite.ele('testcase', { classname: xmlText(chapter), name, time: secondsOf([requirement]) })
      addOutcome(testcase, requirement, report)
      testcase.ele('system-out').txt(plain(factsOf(requirement)))
    }
  }
  return root.end({ prettyPrint: true })
}

/** Returns the kind of a case, as importers classify it. */
function kindOf(requirement: ReportedRequirement): Kind {
  if (isRed(requirement)) return 'failure'
  const outcome = outcomeOf(requirement)
  if (outcome === 'error' || isKept(requirement)) return 'error'
  return outcome === 'pass' || outcome === 'warn' || outcome === 'advice' ? 'passed' : 'skipped'
}

function addOutcome(testcase: Element, requirement: ReportedRequirement, report: Report): void {
  const kind = kindOf(requirement)
  if (kind === 'passed') return
  const outcome = outcomeOf(requirement)
  const saying = `${kind === 'skipped' && outcome !== 'accepted' ? `${outcome}: ` : ''}${sayingOf(requirement, report)}`
  const { expected, actual, curl, next } = requirement
  const details =
    kind === 'skipped'
      ? []
      : [row('expected', expected), row('actual', actual), row('request', curl), row('next', next)]
  testcase
    .ele(kind, { type: outcome.replace(' ', '-'), message: plain(saying) })
    .txt(plain([saying, ...details].filter(Boolean).join('\n')))
}

/** Returns facts about a case with any result, and the reason if a SHOULD is not met. */
function factsOf(requirement: ReportedRequirement): string {
  const { verdict, level, advice, source, releases, evidence, scenario } = requirement
  return [
    row('verdict', verdict),
    verdict === 'warn' && row('warning', reasonOf(requirement)),
    verdict === 'advice' && row('advice', reasonOf(requirement)),
    row('level', advice ? `${level}, advice` : level),
    row('source', source.join('; ')),
    row('releases', releases),
    row('evidence', evidence),
    row('scenario', scenario),
  ]
    .filter(Boolean)
    .join('\n')
}

const row = (name: string, value: string | undefined) => (value ? `${name}: ${value}` : undefined)

function propertiesOf({
  suite,
  target,
  release,
  conformant,
  exitCode,
  expected,
  findings = [],
}: Report): Record<string, string> {
  return {
    suite: `${suite.name} ${suite.version}`,
    target: target.url,
    release: `${target.embedded ? subjectOf({ target, release }) : release.name} (${release.source})`,
    conformant,
    exitCode: String(exitCode),
    ...(findings.length ? { findings: findings.map(({ sentence }) => sentence).join('; ') } : {}),
    ...(expected ? { expected: expected.file } : {}),
  }
}

function totals(requirements: readonly ReportedRequirement[]) {
  const count = (kind: Kind) => requirements.filter((requirement) => kindOf(requirement) === kind).length
  return {
    tests: requirements.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
  }
}

/** Escapes `[[ATTACHMENT|…]]` and `[[PROPERTY|…]]`, which Jenkins and GitLab interpret. */
const plain = (text: string) => xmlText(text.replaceAll('[[', '[\\u005b'))

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(3)
