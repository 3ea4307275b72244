import picocolors from 'picocolors'
import { isKnown, parseRelease } from '../../release/index.ts'
import { verdicts } from '../judge/verdict.ts'
import { profileTexts } from '../profile.ts'
import { accountsLine, leftLines } from './accounts.ts'
import { spentLine } from './budget.ts'
import { closestLine } from './closest.ts'
import { expectedFailures, expectedLine } from './console-expected.ts'
import { blocked, gathered } from './console-gathered.ts'
import { type Colours, row, signs } from './console-line.ts'
import { documentLines } from './documents.ts'
import { outcomeOf, reasonOf } from './outcome.ts'
import { profilesLine } from './profiles.ts'
import type { Report, ReportedRequirement } from './report.ts'
import { stateless } from './stateless.ts'
import { visible } from './text.ts'

/**
 * The whole report for a terminal or a log.
 * @param coloured whether to colour it for a terminal
 * @param notes lines that go before the last
 */
export function consoleReport(report: Report, coloured = false, notes: readonly string[] = []): string {
  const pc = picocolors.createColors(coloured)
  const failed = report.requirements.filter(
    (one) => ['fail', 'warn', 'overdue'].includes(outcomeOf(one)) && one.verdict !== 'blocked' && !one.advice,
  )
  return [
    ...head(report, pc),
    ...chapters(report, pc),
    ...gathered(report, 'untestable', 'Not tested', pc),
    ...gathered(report, 'error', 'Not judged, for a reason that says nothing about the shop', pc),
    ...failed.flatMap((requirement) => detail(requirement, pc)),
    ...blocked(report, pc),
    ...expectedFailures(report, pc),
    ...findings(report, pc),
    ...documents(report, pc),
    ...retried(report),
    ...left(report),
    ...assumed(report),
    '',
    ...claims(report),
    ...guest(report),
    ...notes,
    countingLine(report),
  ].join('\n')
}

/** The one line that ends every run, in a form that does not change. */
function countingLine({ counts, conformant, requests, performedMs, release }: Report): string {
  const numbers = verdicts.map((verdict) => `${counts[verdict]} ${verdict}`).join(', ')
  return `${release.name}: conformant: ${conformant} | ${numbers} | ${requests} requests, ${(performedMs / 1000).toFixed(1)} s`
}

function head({ suite, target, release, closest, profile, powers, probes, only }: Report, pc: Colours): string[] {
  const facts = Object.entries(probes).map(([name, { value }]) => `${name} ${visible(String(value))}`)
  const version = target.magentoVersion ? `, ${visible(target.magentoVersion)}` : ''
  return [
    `${pc.bold(suite.name)} ${suite.version}`,
    `target   ${visible(target.url)}${target.embedded ? ' (the embedded reference)' : ''}, store ${visible(target.store)}${version}`,
    `release  ${release.name}${releaseNote(release)}`,
    ...(closest ? [`closest  ${closestLine(closest)}`] : []),
    `powers   ${powers.join(', ') || 'none'}`,
    ...(profile && profile !== 'full'
      ? [`profile  ${profile}: ${profileTexts[profile]}; nothing is said of the rest`]
      : []),
    ...(only ? [`only     ${only.join(', ')}: nothing is said of the rest`] : []),
    ...(facts.length ? [`probed   ${facts.join(', ')}`] : []),
  ]
}

export function releaseNote({ name, source }: Report['release']): string {
  const notes = {
    stated: ' (stated)',
    assumed: ' (assumed: set MAGENTO_RELEASE if the shop is another)',
    embedded: '',
    'judged as': ' (judged as)',
    closest: ' (the closest)',
  }
  const known = isKnown(parseRelease(name)) ? '' : ' (not a release that the suite knows: judged by its number)'
  return `${notes[source]}${known}`
}

function chapters({ requirements }: Report, pc: Colours): string[] {
  return [...new Set(requirements.map(({ chapter }) => chapter))].flatMap((chapter) => [
    '',
    pc.bold(visible(chapter)),
    ...requirements
      .filter((requirement) => requirement.chapter === chapter)
      .map((requirement) => line(requirement, pc)),
  ])
}

function line(requirement: ReportedRequirement, pc: Colours): string {
  const { id, verdict, level, advice, evidence, sentence, known } = requirement
  const [sign, colour] = signs[verdict]
  const tags = `${level === 'must' ? '' : ` (${advice ? 'advice' : level})`}${evidence ? ` [${evidence}]` : ''}`
  const outcome = outcomeOf(requirement)
  const state = { accepted: `${verdict}, as expected`, stale: 'pass, stale', overdue: `${verdict}, overdue` }[
    outcome as string
  ]
  const reason = known?.state === 'accepted' ? known.reason : (requirement.why ?? reasonOf(requirement))
  const tail = outcome === 'pass' ? '' : pc.dim(`  ${state ?? verdict}${reason ? `: ${visible(cut(reason))}` : ''}`)
  return `  ${pc[colour](sign)} ${id.padEnd(11)} ${visible(sentence)}${tags}${tail}`
}

function detail(requirement: ReportedRequirement, pc: Colours): string[] {
  const { id, verdict, sentence, source, evidence, expected, actual, why, curl, next, exchange } = requirement
  const [sign, colour] = signs[verdict]
  return [
    '',
    `${pc[colour](`${sign} ${id}`)} ${visible(sentence)}`,
    ...row('verdict', verdict),
    ...row('source', source.join('; ')),
    ...row('evidence', evidence),
    ...row('expected', expected),
    ...row('actual', actual),
    ...row('why', why),
    ...row('exchange', exchange && `"${exchange.name}" of scenario ${exchange.scenario}`),
    ...row('request', curl),
    ...row('next', next),
  ]
}

/** What is no failure, and worth knowing. */
function findings({ findings }: Report, pc: Colours): string[] {
  if (findings.length === 0) return []
  return ['', pc.bold('Findings'), ...findings.map((finding) => `  ${visible(finding)}`)]
}

/** What generated clients and mocks inherit. */
function documents({ documents }: Report, pc: Colours): string[] {
  const lines = documents ? documentLines(documents) : []
  return lines.length === 0 ? [] : ['', pc.bold('Documents'), ...lines.map((line) => `  ${visible(line)}`)]
}

/** What fails as another release than the shop's is no finding. */
function assumed({ release, counts }: Report): string[] {
  if (release.source !== 'assumed' || counts.fail + counts.warn === 0) return []
  return [
    '',
    `The release was assumed to be ${release.name}. If the shop is another, say so: MAGENTO_RELEASE or --release.`,
  ]
}

/** A network that breaks connections is worth knowing, though the verdicts do not rest on it. */
function retried({ retried }: Report): string[] {
  if (retried === 0) return []
  return ['', `${retried} of the questions that change nothing were asked once more, as the connection broke`]
}

/** Of many accounts the first: what a reader looks for stands above them. */
function left({ left, target, recording }: Report): string[] {
  const most = { count: 10, rest: 'report.json, report.html and the ledger list all' }
  return left.length === 0 || stateless(recording) ? [] : ['', ...leftLines(left, target.url, most)]
}

/** What a mock may say of itself. */
function claims(report: Report): string[] {
  const line = profilesLine(report)
  return line ? [`profiles ${line}`] : []
}

/** What the run took of what it may, and gave back. */
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

const cut = (text: string) => (text.length > 160 ? `${text.slice(0, 160)}…` : text)
