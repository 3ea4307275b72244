import { visible } from '../shared/text.ts'
import type { Finding } from './findings/finding.ts'
import { findingRows } from './findings/rows.ts'
import { isKept, isRed, outcomeOf, sayingOf } from './outcome.ts'
import type { Report, ReportedRequirement } from './report.ts'

/** GitHub shows at most this many annotations of each kind per step. */
const shownAtMost = 10

/**
 * Returns annotations for GitHub Actions: errors for failures and missing answers, warnings for each SHOULD and MAY
 * that is not met. If there are more than GitHub shows, the last one says so.
 */
export function annotations(report: Report): string[] {
  const { requirements } = report
  const reds = requirements.filter((one) => isRed(one) || isKept(one) || outcomeOf(one) === 'error')
  // Failed requirements before those that they block.
  const errors = [...reds.filter((one) => !isBlocked(one)), ...reds.filter(isBlocked)]
  const warnings = requirements.filter((one) => outcomeOf(one) === 'warn')
  // A finding replaces the requirements that it explains, since GitHub shows only ten.
  const { findings = [] } = report
  const explained = new Set(findings.flatMap(({ requirements: ids }) => ids))
  const open = (ones: readonly ReportedRequirement[]) => ones.filter(({ id }) => !explained.has(id))
  const isError = ({ kind, requirements: ids }: Finding) =>
    kind === 'setup' || errors.some(({ id }) => ids.includes(id))
  const about = (finding: Finding): Annotation => ({
    id: finding.requirements.join(', '),
    title: finding.sentence,
    message: [
      ...findingRows(
        finding,
        requirements.find(({ id }) => id === finding.requirements[0]),
      ).map(([name, text]) => `${name}: ${cut(text)}`),
      ...(finding.requirements.length ? [`requirements: ${finding.requirements.join(', ')}`] : []),
      `next: ${finding.next}`,
    ].join('\n'),
  })
  const of = (one: ReportedRequirement): Annotation => ({
    id: one.id,
    title: `${one.id} ${one.sentence}`,
    message: sayingOf(one, report),
  })
  return [
    ...commands('error', [...findings.filter(isError).map(about), ...open(errors).map(of)]),
    ...commands('warning', [...findings.filter((one) => !isError(one)).map(about), ...open(warnings).map(of)]),
  ]
}

/** Shortens a text; the job summary has more. */
const longest = 300
const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text)

const isBlocked = ({ verdict }: ReportedRequirement) => verdict === 'blocked'

interface Annotation {
  readonly id: string
  readonly title: string
  readonly message: string
}

function commands(kind: 'error' | 'warning', told: readonly Annotation[]): string[] {
  const all = told.map(({ title, message }) => command(kind, title, message))
  if (all.length <= shownAtMost) return all
  const rest = told.slice(shownAtMost - 1).map(({ id }) => id)
  const more = command(kind, `${rest.length} more`, `${rest.join(', ')}: the summary of the job has them`)
  return [...all.slice(0, shownAtMost - 1), more]
}

/** Returns a workflow command. The text is escaped so that it cannot end it or begin another. */
function command(kind: string, title: string, message: string): string {
  return `::${kind} title=${escapedProperty(visible(title))}::${escapedData(visible(message))}`
}

const escapedData = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const escapedProperty = (text: string) => escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
