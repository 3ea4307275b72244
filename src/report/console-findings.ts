import { calledAs } from '../shared/command.ts'
import { visible } from '../shared/text.ts'
import { type Colours, requestRow } from './console-line.ts'
import type { Finding } from './findings/finding.ts'
import { findingRows } from './findings/rows.ts'
import type { Report, ReportedRequirement } from './report.ts'

/** Maximum number of listed findings; the report files have all. */
const most = 5
/** Maximum length of a text. */
const longest = 160
/** Maximum number of listed ids. */
const mostIds = 8

/** Shortens a text; the report files have the full one. */
const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text)

/** Returns lines with the findings, each with its most telling requirement. */
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

/** Returns the request in one line, or the command that repeats it if the request is a script. */
function again({ id, scenario, curl }: ReportedRequirement, { target }: Report): string[] {
  if (!curl?.includes('\n')) return requestRow(curl, '   ')
  const where = target.embedded ? '--reference' : `--url ${visible(target.url)}`
  return [`   again     ${calledAs} ${scenario ? 'replay' : '--only'} ${id} ${where}`]
}
