import { findingRows } from './findings/rows.ts'
import { byReason, idsInShort } from './grouped.ts'
import { code, escaped, script } from './markdown-text.ts'
import { isKept, isRed, noteOf, type Outcome, outcomeOf, sayingOf } from './outcome.ts'
import type { Report, ReportedRequirement } from './report.ts'
import { selectionRows } from './selection.ts'
import { stateless } from './stateless.ts'
import { subjectOf } from './subject.ts'

/** GitHub's maximum size of a step summary, in bytes. */
export const largestSummary = 1024 * 1024

/** A section whose last items may be omitted. */
export interface Section {
  readonly title: string
  readonly items: readonly string[]
  /** True if the section is collapsed. */
  readonly folded?: boolean
}

/**
 * Renders the report as Markdown for a job summary: verdict and counts, changes, then what to do.
 * @param changes sections with comparisons, shown first
 * @param bytes maximum size; omitted items are counted
 */
export function markdown(report: Report, changes: readonly Section[] = [], bytes = largestSummary): string {
  // The findings already report these, a few lines each.
  const folded = (report.findings ?? []).length > 0
  const sections: Section[] = [
    ...changes,
    found(report),
    expectations(report),
    {
      ...section(
        'Failed',
        report.requirements.filter((one) => isRed(one) && one.verdict !== 'pass'),
        (one) => failure(one, report),
      ),
      folded,
    },
    { ...gathered(report, 'blocked', 'Blocked: an exchange before it failed'), folded },
    gathered(report, 'error', 'Not judged, for a reason that is not a defect of the shop'),
    {
      ...section(
        'Warnings',
        report.requirements.filter((one) => outcomeOf(one) === 'warn'),
        warning,
      ),
      folded,
    },
    gathered(report, 'untestable', 'Not tested'),
    { title: 'Notes', items: report.notes.map((note) => `- ${escaped(note)}`) },
    { title: 'Accounts that stay on the shop', items: stateless(report.recording) ? [] : accounts(report) },
  ].filter(({ items }) => items.length > 0)
  return fitted(head(report), sections, bytes)
}

function head(report: Report): string {
  const { release, conformant, counts, target, suite, requests, performedMs, expected } = report
  const accepted = expected?.accepted.length ?? 0
  const nothingElse = conformant === 'no' && !report.requirements.some((one) => isRed(one) || isKept(one))
  const note = nothingElse ? `, as expected: ${accepted} known ${accepted === 1 ? 'failure' : 'failures'}` : ''
  const seconds = (performedMs / 1000).toFixed(1)
  return [
    `## ${signs[conformant]} ${escaped(subjectOf(report))}: conformant: ${conformant}${note}`,
    '',
    `| ${Object.keys(counts).join(' | ')} |`,
    `| ${Object.keys(counts)
      .map(() => '---:')
      .join(' | ')} |`,
    `| ${Object.values(counts).join(' | ')} |`,
    '',
    `${code(target.url)}${target.embedded ? ' (the embedded reference)' : ''}, ${escaped(releaseSaid[release.source])}, ${requests} requests in ${seconds} s, ${escaped(`${suite.name} ${suite.version}`)}`,
    ...selectionRows(report).flatMap(([name, text]) => [
      '',
      `${name === 'only' ? 'Only' : 'Excluded'} ${escaped(text)}.`,
    ]),
    '',
  ].join('\n')
}

/** The origin of the release, for the title. */
const releaseSaid: Record<Report['release']['source'], string> = {
  stated: 'release as stated',
  assumed: 'release assumed',
  embedded: 'release of its own',
  'judged as': 'judged again as this release',
  closest: 'release closest to the answers',
  found: 'release found by the answers',
}

const signs: Record<Report['conformant'], string> = { yes: '✓', 'as far as tested': '✓', no: '✗', unknown: '?' }

/** Renders the state of the expected failures, and the failures that are not listed, if there is a file. */
function expectations(report: Report): Section {
  const { expected, requirements } = report
  if (!expected) return { title: 'Expected failures', items: [] }
  const listed = (state: string) => requirements.filter((one) => one.known?.state === state)
  return {
    title: `Expected failures (${code(expected.file)})`,
    items: [
      ...[...listed('stale'), ...listed('overdue')].map(
        (one) => `- **${outcomeOf(one)}** ${line(one)}: ${escaped(sayingOf(one, report))}`,
      ),
      ...listed('different').map((one) => `- **different** ${line(one)}: ${escaped(sayingOf(one, report))}`),
      ...requirements
        .filter((one) => (isRed(one) || isKept(one)) && isOpen(one))
        .map((one) => `- **new** ${line(one)}`),
      ...listed('accepted').map(
        (one) => `- as expected: ${line(one)}: ${escaped(noteOf(one.known as NonNullable<typeof one.known>))}`,
      ),
      ...(expected.notJudged.length ? [`- not judged by this run: ${expected.notJudged.map(escaped).join(', ')}`] : []),
    ],
  }
}

/** True if no entry decides about it. A blocked requirement is open too if its entry accepts only a failure. */
const isOpen = ({ known }: ReportedRequirement) => known === undefined || known.state === 'not judged'

const line = ({ id, sentence }: ReportedRequirement) => `**${escaped(id)}** ${escaped(sentence)}`

function section(
  title: string,
  requirements: readonly ReportedRequirement[],
  item: (one: ReportedRequirement) => string,
): Section {
  return { title: `${title} (${requirements.length})`, items: requirements.map(item) }
}

function failure(one: ReportedRequirement, report: Report): string {
  const { expected, actual, next, source, curl } = one
  const rows: [string, string | undefined][] = [
    ['expected', expected && code(expected)],
    ['actual', actual && code(actual)],
    ['why', expected === undefined ? escaped(sayingOf(one, report)) : undefined],
    ['source', escaped(source.join('; '))],
    ['next', next && escaped(next)],
    ['request', curl && script(curl)],
  ]
  return [
    `- ${line(one)}`,
    ...rows.flatMap(([name, text]) => (text ? [`  - ${name}:${text.startsWith('\n') ? '' : ' '}${text}`] : [])),
  ].join('\n')
}

function warning(one: ReportedRequirement): string {
  return `- ${line(one)} (${one.level}): expected ${code(one.expected ?? '')}, got ${code(one.actual ?? '')}`
}

/** Renders the findings, each with its most telling requirement. */
function found({ findings = [], requirements }: Report): Section {
  const items = findings.map((finding) => {
    const {
      sentence,
      requirements: [first = '', ...others],
      next,
    } = finding
    const shown = requirements.find(({ id }) => id === first)
    return [
      `- **${escaped(sentence)}**`,
      `  - ${shown ? line(shown) : escaped(first)}`,
      ...findingRows(finding, shown).map(([name, text]) => `  - ${name}: ${escaped(cut(text))}`),
      ...(others.length ? [`  - also ${escaped(others.join(' '))}`] : []),
      `  - next: ${escaped(next)}`,
    ].join('\n')
  })
  return { title: `Findings (${findings.length})`, items }
}

/** Shortens a text; report.html has the full one. */
const longestRow = 300
const cut = (text: string) => (text.length > longestRow ? `${text.slice(0, longestRow)}…` : text)

/** Renders the requirements that could not be judged, grouped by reason. */
function gathered({ requirements }: Report, which: Outcome, title: string): Section {
  const reasons = byReason(requirements, which)
  const count = reasons.flatMap(([, members]) => members).length
  const items = reasons.map(
    ([reason, members]) => `- ${escaped(reason)}\n  ${escaped(idsInShort(members, requirements))}`,
  )
  return { title: `${title} (${count})`, items }
}

const account = ({ email, id, why }: Report['left'][number]) =>
  `- ${code(email)}${id === undefined ? '' : ` (id ${id})`}: ${escaped(why)}`

/** Returns the first accounts only, since a summary is read for failures. */
function accounts({ left }: Report): string[] {
  const most = 10
  if (left.length <= most + 1) return left.map(account)
  return [
    ...left.slice(0, most).map(account),
    `- … and ${left.length - most} more: report.json and the ledger list all`,
  ]
}

/** Returns as many whole items as fit; each section says how many were omitted. */
function fitted(start: string, sections: readonly Section[], bytes: number): string {
  const pieces = [start]
  const more = (left: number) => `\n${left} more: see report.json\n`
  // Reserve space for each section's title and number of omitted items.
  const titles = sections.map(({ title, folded }) =>
    folded ? `\n<details><summary>${title}</summary>\n\n` : `\n### ${title}\n\n`,
  )
  const ends = sections.map(({ folded }) => (folded ? '\n</details>\n' : ''))
  if (sizeOf(start) > bytes) return ''
  let room =
    bytes - sizeOf(start) - [...titles, ...ends].reduce((sum, part) => sum + sizeOf(part) + sizeOf(more(99999)), 0)
  for (const [index, { items }] of sections.entries()) {
    pieces.push(titles[index] as string)
    const fitting = items.findIndex((item) => {
      room -= sizeOf(item) + 1
      return room < 0
    })
    const shown = fitting === -1 ? items : items.slice(0, fitting)
    pieces.push(...shown.map((item) => `${item}\n`))
    if (shown.length < items.length) pieces.push(more(items.length - shown.length))
    pieces.push(ends[index] as string)
  }
  return pieces.join('')
}

const sizeOf = (text: string) => Buffer.byteLength(text)
