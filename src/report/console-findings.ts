import { calledAs } from '../shared/command.ts'
import { visible } from '../shared/text.ts'
import { type Colours, requestRow } from './console-line.ts'
import type { Finding } from './findings/finding.ts'
import { findingRows } from './findings/rows.ts'
import type { Report, ReportedRequirement } from './report.ts'

/** More findings than these are only counted: the reports hold all. */
const most = 5
/** Longer texts are cut. */
const longest = 160
/** More ids than these are only counted. */
const mostIds = 8

/** A text in brief: the reports have all of it. */
const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text)

/** Returns lines with the findings, each with the requirement that shows it best. */
export function findingLines(report: Report, pc: Colours): string[] {
  const { findings = [] } = report
  if (findings.length === 0) return []
  const title = findings.length === 1 ? '1 finding' : `${findings.length} findings`
  const more = findings.length - most
  return [
    pc.bold(title),
    ...findings.slice(0, most).flatMap((finding, index) => linesOf(finding, index, report, pc)),
    ...(more > 0 ? ['', `  … and ${more} more: report.html has all`] : []),
    '',
  ]
}

function linesOf(finding: Finding, index: number, report: Report, pc: Colours) {
  const { sentence, likeness, requirements, next } = finding
  const [first, ...others] = requirements
  const shown = report.requirements.find(({ id }) => id === first)
  const row = (name: string, text: string | undefined) => (text ? [`   ${name.padEnd(9)} ${visible(cut(text))}`] : [])
  const fits = likeness ? ` (${likeness.shown} of its ${likeness.of} requirements)` : ''
  const also = others.length > mostIds ? [...others.slice(0, mostIds), `and ${others.length - mostIds} more`] : others
  return [
    '',
    `${index + 1}  ${pc.red(visible(sentence))}${fits}`,
    ...row(shown?.id ?? '', shown?.sentence),
    ...findingRows(finding, shown).flatMap(([name, text]) => row(name, text)),
    ...(index === 0 && shown ? again(shown, report) : []),
    ...row('also', also.join(' ')),
    ...row('next', next),
  ]
}

/** The request in one line, or where it takes a script, the command that asks it again: the reports have the script. */
function again({ id, scenario, curl }: ReportedRequirement, { target }: Report): string[] {
  if (!curl?.includes('\n')) return requestRow(curl, '   ')
  const where = target.embedded ? '--reference' : `--url ${visible(target.url)}`
  return [`   again     ${calledAs} ${scenario ? 'replay' : '--only'} ${id} ${where}`]
}
