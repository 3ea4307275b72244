import { findingRows } from '../findings/rows.ts'
import { byReason, idsOf } from '../grouped.ts'
import { type Outcome, outcomeOf } from '../outcome.ts'
import type { Report, ReportedRequirement } from '../report.ts'
import { type Markup, markup } from './markup.ts'
import { reasonInBrief } from './requirement.ts'
import { verdictMark } from './verdict-mark.ts'

/** Outcomes listed individually, worst first. */
const single: readonly Outcome[] = ['stale', 'overdue', 'fail', 'warn', 'accepted']

/** Outcomes grouped by reason, since missing access or a broken connection may affect many requirements. */
const gathered = ['blocked', 'error', 'untestable'] as const

/** Rows shown side by side. */
const compared = ['expected', 'got']

/** Renders the findings, each with expected and actual value, and the requirements that it explains collapsed. */
function found(report: Report): Markup | false {
  const { findings = [], requirements } = report
  if (findings.length === 0) return false
  const byId = new Map(requirements.map((one) => [one.id, one]))
  return markup`<ol class="findings">
${findings.map((finding) => {
  const { sentence, requirements: ids, next } = finding
  const explained = ids.flatMap((id) => byId.get(id) ?? [])
  const [shown] = explained
  const facts = findingRows(finding, shown).filter(([name]) => !compared.includes(name))
  return markup`<li><b data-verdict="${shown?.verdict ?? 'fail'}">${sentence}</b>
${shown && markup`<p><a href="#${shown.id}"><span class="mono">${shown.id}</span> ${shown.sentence}</a></p>\n`}${
  shown?.expected !== undefined &&
  markup`<div class="compared"><div><h4>Expected</h4><pre>${shown.expected}</pre></div><div><h4>Got</h4><pre>${shown.actual}</pre></div></div>\n`
}${facts.length > 0 && markup`<dl class="facts">\n${facts.map(([name, text]) => markup`<dt>${name}</dt><dd>${text}</dd>\n`)}</dl>\n`}<details><summary>${ids.length} ${ids.length === 1 ? 'requirement' : 'requirements'}</summary>
<ul class="attention">
${explained.map((one) => itemOf(one, report))}</ul></details>
<p class="quiet">${next}</p></li>
`
})}</ol>
`
}

const itemOf = (one: ReportedRequirement, report: Report): Markup =>
  markup`<li>${verdictMark(one.verdict)}<div><a href="#${one.id}"><span class="mono">${one.id}</span> ${one.sentence}</a>
<p class="quiet">${reasonInBrief(one, report)}</p></div></li>
`

/**
 * Renders the findings, then all else that is not met or was not tested, with links to the details. Advice is left out,
 * since no release follows it.
 */
export function attention(report: Report): Markup {
  const explained = new Set(report.findings?.flatMap((finding) => finding.requirements))
  const requirements = report.requirements.filter(({ id }) => !explained.has(id))
  const failed = single.flatMap((outcome) => requirements.filter((one) => outcomeOf(one) === outcome))
  const reasons = gathered.flatMap((outcome) =>
    byReason(requirements, outcome).map(([reason, members]) => ({ outcome, reason, ids: idsOf(members).split(' ') })),
  )
  const none = explained.size + failed.length + reasons.length === 0
  return markup`<section id="attention">
<h2>What to look at</h2>
${found(report)}${none && markup`<p class="quiet">Nothing: whatever applies to this release and shop holds.</p>\n`}<ul class="attention">
${failed.map((one) => itemOf(one, report))}${reasons.map(
  ({ outcome, reason, ids }) => markup`<li>${verdictMark(outcome)}<div class="gathered">${reason}
<p>${ids.map((id) => markup`<a class="mono unbroken" href="#${id}">${id}</a> `)}</p></div></li>
`,
)}</ul>
</section>
`
}
