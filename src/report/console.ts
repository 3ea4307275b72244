import picocolors from 'picocolors'
import { countsOf, verdicts } from '../judge/verdict.ts'
import { accountsLine, leftLines } from '../perform/left-accounts.ts'
import { visible } from '../shared/text.ts'
import { spentLine } from './budget.ts'
import { expectedFailures, expectedLine } from './console-expected.ts'
import { findingLines } from './console-findings.ts'
import { blocked, gathered } from './console-gathered.ts'
import { headLines } from './console-head.ts'
import { type Colours, signs } from './console-line.ts'
import { requirementLine, requirementLines } from './console-requirement.ts'
import { documentLines } from './documents.ts'
import { chaptersOf } from './grouped.ts'
import { outcomeOf } from './outcome.ts'
import { profilesLine } from './profiles.ts'
import type { Report, ReportedRequirement } from './report.ts'
import { stateless } from './stateless.ts'
import { subjectOf } from './subject.ts'
import { wrapped } from './wrap.ts'

/**
 * Renders the whole report for a terminal or a log.
 * @param coloured true to use colours
 * @param notes lines to print before the last one
 */
export function consoleReport(
  report: Report,
  coloured = false,
  notes: readonly string[] = [],
  { detail = 'brief', width, groups = false }: ConsoleForm = {},
): string {
  const pc = picocolors.createColors(coloured)
  const last = lastLine(report, pc)
  if (detail === 'quiet') return last
  const lines = allLines(report, pc, notes, { detail, groups }).flatMap((line) => wrapped(line, width))
  return [...lines, last].join('\n')
}

/** `brief`: failures, and one line for each chapter. `verbose`: every requirement. `quiet`: only the last line. */
export interface ConsoleForm {
  readonly detail?: 'brief' | 'verbose' | 'quiet'
  /** Columns of the terminal; lines are not wrapped without it. */
  readonly width?: number | undefined
  /** True to print each chapter as a group that GitHub Actions can fold, with its requirements. */
  readonly groups?: boolean
}

function allLines(report: Report, pc: Colours, notes: readonly string[], { detail, groups }: ConsoleForm): string[] {
  return [
    ...findingLines(report, pc),
    ...headLines(report, pc, detail === 'verbose'),
    ...(groups
      ? chapterGroups(report, pc)
      : detail === 'verbose'
        ? requirementsByChapter(report, pc)
        : chapterLines(report, pc)),
    ...gathered(report, 'untestable', 'Not tested', pc),
    ...gathered(report, 'error', 'Not judged, for a reason that is not a defect of the shop', pc),
    ...(detail === 'verbose' ? failedInFull(report, pc) : []),
    ...expectedFailures(report, pc),
    ...noted(report, pc),
    ...documents(report, pc, detail === 'verbose'),
    ...retried(report),
    ...left(report),
    ...assumed(report),
    '',
    ...claims(report),
    ...guest(report),
    ...notes,
  ]
}

/** Returns the last line, in the colour of the exit code. */
function lastLine(report: Report, pc: Colours): string {
  const colour = report.exitCode === 0 ? 'green' : report.exitCode === 1 ? 'red' : 'yellow'
  return pc[colour](countingLine(report))
}

function failedInFull(report: Report, pc: Colours): string[] {
  const failed = report.requirements.filter((one) => ['fail', 'warn', 'overdue'].includes(outcomeOf(one)))
  return [
    ...failed.filter(({ verdict }) => verdict !== 'blocked').flatMap((one) => requirementLines(one, pc)),
    ...blocked(report, pc),
  ]
}

/** Returns the last line of each run. Its format is stable. */
function countingLine({ counts, conformant, requests, performedMs, release, target }: Report): string {
  const numbers = verdicts.map((verdict) => `${counts[verdict]} ${verdict}`).join(', ')
  const subject = target.embedded ? subjectOf({ target, release }) : release.name
  return `${subject}: conformant: ${conformant} | ${numbers} | ${requests} requests, ${(performedMs / 1000).toFixed(1)} s`
}

/** Returns `✓ 40 pass  ✗ 2 fail`, without zeros. */
function countsInWords(members: readonly ReportedRequirement[], pc: Colours): string {
  const counts = countsOf(members)
  const told = verdicts.filter((verdict) => counts[verdict] > 0 && verdict !== 'inapplicable')
  const present = told.length ? told : (['inapplicable'] as const)
  return present
    .map((verdict) => pc[signs[verdict][1]](`${signs[verdict][0]} ${counts[verdict]} ${verdict}`))
    .join('  ')
}

/** Returns a line per chapter with its counts. */
function chapterLines({ requirements }: Report, pc: Colours): string[] {
  const lines = [...chaptersOf(requirements)].map(
    ([chapter, members]) => `  ${visible(chapter).padEnd(32)} ${countsInWords(members, pc)}`,
  )
  return ['', ...lines]
}

/** Returns each chapter as a group of GitHub Actions. */
const chapterGroups = ({ requirements }: Report, pc: Colours): string[] =>
  [...chaptersOf(requirements)].flatMap(([chapter, members]) => [
    `::group::${visible(chapter)}: ${countsInWords(members, pc)}`,
    ...members.map((requirement) => requirementLine(requirement, pc)),
    '::endgroup::',
  ])

function requirementsByChapter({ requirements }: Report, pc: Colours): string[] {
  return [...chaptersOf(requirements)].flatMap(([chapter, members]) => [
    '',
    pc.bold(visible(chapter)),
    ...members.map((requirement) => requirementLine(requirement, pc)),
  ])
}

/** Returns the notes, which are no failures. */
function noted({ notes }: Report, pc: Colours): string[] {
  if (notes.length === 0) return []
  return ['', pc.bold('Notes'), ...notes.map((note) => `  ${visible(note)}`)]
}

/** Returns disagreements of the documents, which generated clients and mocks inherit. */
function documents({ documents }: Report, pc: Colours, isVerbose: boolean): string[] {
  const all = documents ? documentLines(documents) : []
  const lines = isVerbose || all.length < 2 ? all : [`${all[0]} (--verbose and report.json list them)`]
  return lines.length === 0 ? [] : ['', pc.bold('Documents'), ...lines.map((line) => `  ${visible(line)}`)]
}

/** Returns a warning if requirements fail and the release was only assumed or found. */
function assumed({ release, counts }: Report): string[] {
  if (!['assumed', 'found'].includes(release.source) || counts.fail + counts.warn === 0) return []
  return [
    '',
    `The release was ${release.source} to be ${release.name}. If the shop runs another, set MAGENTO_RELEASE or --release.`,
  ]
}

/** Returns the number of retries. The verdicts do not depend on them, but they show a bad network. */
function retried({ retried }: Report): string[] {
  if (retried === 0) return []
  return ['', `${retried} of the requests that change nothing were sent again, because the connection broke`]
}

/** Returns the first accounts that were left, as many would hide the results above them. */
function left({ left, target, recording }: Report): string[] {
  const most = { count: 10, rest: 'report.json, report.html and the ledger list all' }
  return left.length === 0 || stateless(recording) ? [] : ['', ...leftLines(left, target.url, most)]
}

/** Returns the profiles that a mock may claim. */
function claims(report: Report): string[] {
  const line = profilesLine(report)
  return line ? [`profiles ${line}`] : []
}

/** Returns the created accounts and the used limits. */
function guest(report: Report): string[] {
  const { accounts, left, budget, target, recording } = report
  return [
    ...(accounts && !stateless(recording)
      ? [`accounts ${accountsLine(accounts.created, accounts.removed, left, target.url)}`]
      : []),
    ...(budget ? [`budget   ${spentLine(budget)}`] : []),
    ...expectedLine(report),
  ]
}
