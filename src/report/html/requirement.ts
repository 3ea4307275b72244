import type { Level } from '../../judge/requirement.ts'
import { noteOf, outcomeOf, sayingOf } from '../outcome.ts'
import type { Report, ReportedRequirement } from '../report.ts'
import { type Markup, markup, prose, webAddress } from './markup.ts'
import { verdictMark } from './verdict-mark.ts'

/** Indexes of the exchanges and mails that a requirement read, and of the exchange that decided. */
export interface Seen {
  readonly exchanges: readonly number[]
  readonly decided: number | undefined
  readonly mails: readonly number[]
}

const levels: Record<Level, string> = {
  must: 'MUST: without it a client breaks or an account is at risk',
  should: 'SHOULD: good practice',
  may: 'MAY: a fact worth knowing',
}

const longestReason = 240

/** Returns a short reason why it did not pass, or the state of its expected failure; empty if it passed. */
export function reasonInBrief(requirement: ReportedRequirement, report: Pick<Report, 'expected'>): string {
  const reason = sayingOf(requirement, report)
  return reason.length > longestReason ? `${reason.slice(0, longestReason)}…` : reason
}

/**
 * Renders a requirement as one line that opens to its details. The page's script inserts its exchanges.
 * @param seen undefined if the report has no recording
 */
export function requirementItem(
  requirement: ReportedRequirement,
  seen: Seen | undefined,
  report: Pick<Report, 'expected'>,
): Markup {
  const { id, verdict, level, advice, evidence, sentence } = requirement
  const reason = reasonInBrief(requirement, report)
  const outcome = outcomeOf(requirement)
  const numbers = seen && [
    markup` data-exchanges="${seen.exchanges.join(' ')}"`,
    seen.decided !== undefined && markup` data-decided="${seen.decided}"`,
    seen.mails.length > 0 && markup` data-mails="${seen.mails.join(' ')}"`,
  ]
  return markup`<details class="requirement" id="${id}" data-verdict="${verdict}" data-level="${level}"${numbers}>
<summary>${verdictMark(verdict)}<span class="id mono">${id}</span><span class="sentence">${sentence}${reason && markup`<span class="reason">${reason}</span>`}</span><span class="tags"><span class="level">${advice ? 'advice' : level}</span>${evidence && markup` <span class="level evidence">${evidence}</span>`}${outcome !== verdict && markup` <span class="level">${outcome}</span>`}</span></summary>
<div class="inside">
${compared(requirement)}<dl class="facts">
${rows(requirement).map(([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>\n`)}</dl>
${exchanges(requirement, seen)}</div>
</details>
`
}

function compared({ expected, actual }: ReportedRequirement): Markup | false {
  if (expected === undefined) return false
  return markup`<div class="compared"><div><h4>Expected</h4><pre>${expected}</pre></div><div><h4>Actual</h4><pre>${actual}</pre></div></div>
`
}

/** Returns names and values in display order. Add a row for a new field of a requirement here. */
function rows(requirement: ReportedRequirement): [name: string, value: string | Markup | readonly Markup[]][] {
  const { id, why, setting, next, known, evidence, level, advice, releases, source, links } = requirement
  const given = (name: string, value: string | Markup | false | undefined): [string, string | Markup][] =>
    value ? [[name, value]] : []
  return [
    ...given('why', why && prose(why)),
    ...given('why it matters', requirement.matters && prose(requirement.matters)),
    ...given('what helps', setting !== undefined && setting !== next && prose(setting)),
    ...given('next', next && prose(next)),
    ...given('expected failure', known && prose(`${known.state}: ${noteOf(known)}`)),
    ...given('evidence', evidence),
    [
      'level',
      advice
        ? 'advice: a recommendation that Magento itself does not follow; it does not affect conformance'
        : levels[level],
    ],
    ['releases', releases],
    ['source', source.map((text) => markup`<div>${linked(text, links?.[text])}</div>`)],
    ['looks at', lookedAt(requirement)],
    ['link', markup`<a href="#${id}">#${id}</a>`],
  ]
}

/** Renders the place for the exchanges; until the script fills it, the decisive request. */
function exchanges({ curl, verdict }: ReportedRequirement, seen: Seen | undefined): Markup {
  const request = verdict !== 'pass' && curl !== undefined && markup`<h4>Request</h4><pre>${curl}</pre>`
  return markup`<div class="${seen ? 'exchanges unfilled' : 'exchanges'}">${request}</div>
`
}

function linked(text: string, address: string | undefined): Markup {
  const safe = webAddress(address)
  return safe ? markup`<a href="${safe}" rel="noreferrer">${text}</a>` : markup`${text}`
}

function lookedAt({ scenario, read }: ReportedRequirement): string {
  if (!scenario) return 'every exchange of the run'
  const names = read.map((name) => `“${name}”`).join(', ')
  return names ? `${names} of scenario ${scenario}` : `scenario ${scenario}`
}
