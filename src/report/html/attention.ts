import type { Verdict } from '../../judge/verdict.ts'
import { byReason } from '../reasons.ts'
import type { Report } from '../report.ts'
import { type Markup, markup } from './markup.ts'
import { reasonOf } from './requirement.ts'
import { verdictMark } from './verdict-mark.ts'

/** What is listed one by one, the gravest first. */
const single: readonly Verdict[] = ['fail', 'warn']

/** What is listed once per reason, as one missing power or broken connection may keep many from being judged. */
const gathered: readonly Verdict[] = ['blocked', 'error', 'untestable']

/** All that is not as it ought to be, with links to where it is told in full. Advice is not: no release follows it. */
export function attention({ requirements }: Report): Markup {
  const failed = single.flatMap((verdict) => requirements.filter((one) => one.verdict === verdict && !one.advice))
  const reasons = gathered.flatMap((verdict) =>
    [...byReason(requirements, verdict)].map((entry) => [verdict, ...entry] as const),
  )
  const none = failed.length + reasons.length === 0
  return markup`<section id="attention">
<h2>What to look at</h2>
${none && markup`<p class="quiet">Nothing: whatever applies to this release and shop holds.</p>\n`}<ul class="attention">
${failed.map(
  (
    one,
  ) => markup`<li>${verdictMark(one.verdict)}<div><a href="#${one.id}"><span class="mono">${one.id}</span> ${one.sentence}</a>
<p class="quiet">${reasonOf(one)}</p></div></li>
`,
)}${reasons.map(
  ([verdict, reason, ids]) => markup`<li>${verdictMark(verdict)}<div class="gathered">${reason}
<p>${ids.map((id) => markup`<a class="mono" href="#${id}">${id}</a> `)}</p></div></li>
`,
)}</ul>
</section>
`
}
