import { type Verdict, verdicts } from '../../judge/verdict.ts'
import type { Report } from '../report.ts'
import { type Markup, markup } from './markup.ts'
import { signOf } from './verdict-mark.ts'

/** Renders the filter form. It is hidden until the script that it needs shows it. */
export function filter({ counts, requirements }: Report): Markup {
  const count = (level: string) => requirements.filter((one) => one.level === level).length
  return markup`<form id="filter" role="search" aria-label="Requirements" hidden>
<label class="search">Search <input type="search" name="text" placeholder="words, or an id" autocomplete="off" spellcheck="false"></label>
<fieldset><legend>Verdict</legend>${verdicts
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict) => choice('verdict', verdict, counts[verdict], verdict))}</fieldset>
<fieldset><legend>Level</legend>${['must', 'should', 'may']
    .filter((level) => count(level) > 0)
    .map((level) => choice('level', level, count(level)))}</fieldset>
<p><output id="shown"></output> <button type="reset" hidden>Show all</button></p>
</form>
`
}

function choice(name: string, value: string, count: number, verdict?: Verdict): Markup {
  return markup`<label class="choice"${verdict && markup` data-verdict="${verdict}"`}><input type="checkbox" name="${name}" value="${value}">${verdict && signOf(verdict)} ${value} <span class="quiet">${count}</span></label>`
}
