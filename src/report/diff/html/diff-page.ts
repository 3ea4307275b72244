import { type Markup, markup } from '../../html/markup.ts'
import { page } from '../../html/shell.ts'
import { classes, classNames } from '../classes.ts'
import type { Change, Diff, DiffSide, NotCompared } from '../diff.ts'
import { byExplanation, type Finding, unannounced } from '../findings.ts'
import type { RequirementChange } from '../requirements.ts'
import {
  changeLine,
  countingLine,
  isEmpty,
  notComparedLine,
  operationsLine,
  signs,
  timingLine,
  verdictLine,
} from '../words.ts'

/** Renders the comparison as one HTML page without scripts or external files. */
export function diffPage(diff: Diff): Generator<string> {
  const { before, after } = diff
  return page({
    title: `${before.release.name} → ${after.release.name}: what changed`,
    styles: ['../diff/html/diff.css'],
    body: body(diff),
  })
}

function* body(diff: Diff): Generator<Markup> {
  const { timings } = diff
  const news = [
    ...unannounced(diff).flatMap(findingItems),
    ...timings.map((timing) => item('timing', markup`<p>${timingLine(timing)}</p>`)),
  ]
  yield markup`<main>\n${head(diff)}\n${isEmpty(diff) ? markup`<p class="nothing">Nothing differs.</p>` : countTable(diff)}\n`
  yield section('unannounced', 'Nobody announced', list(news))
  yield section(
    'expected',
    'Expected: the step from one release to the other explains it',
    byExplanation(diff).map(
      ({ why, source, findings }) =>
        markup`<section class="explained"><h3>${why}</h3><p class="quiet">${source}</p>${list(
          findings.flatMap(findingItems),
        )}</section>\n`,
    ),
  )
  yield section('promises', 'Requirements of one of the two releases', promises(diff))
  yield section('notes', 'To know', list(diff.notes.map((note) => markup`<li>${note}</li>`)))
  yield section('not-compared', 'Not compared', list(diff.notCompared.map(notCompared)))
  yield markup`<p class="quiet mono">${countingLine(diff)}</p>\n</main>\n`
}

function head({ suite, before, after, judgedAs }: Diff): Markup {
  return markup`<header>
<p class="quiet">${suite.name} ${suite.version}</p>
<h1>${before.release.name} → ${after.release.name}: what changed</h1>
<dl class="facts">
<dt>before</dt><dd>${sideLine(before)}</dd>
<dt>after</dt><dd>${sideLine(after)}</dd>
<dt>judged</dt><dd>${judgedAs}</dd>
</dl>
</header>`
}

function sideLine({ given, target, release, powers }: DiffSide): string {
  const from = given === target ? '' : ` in ${given}`
  return `${release.name} (${release.source}), ${target}${from}, access ${powers.join(', ') || 'none'}`
}

function countTable({ counts }: Diff): Markup {
  const rows = classNames.filter((name) => counts[name].all > 0)
  return markup`<table class="counts">
<thead><tr><th scope="col">class</th><th scope="col">changes</th><th scope="col">nobody announced</th><th scope="col">what it means</th><th scope="col">what to do</th></tr></thead>
<tbody>
${rows.map(
  (name) => markup`<tr data-class="${name}">
<th scope="row">${mark(name)}</th><td>${counts[name].all}</td><td>${counts[name].unannounced}</td><td>${classes[name].meaning}</td><td>${classes[name].next}</td></tr>
`,
)}</tbody>
</table>`
}

const mark = (name: Change['class']) =>
  markup`<span class="class" data-class="${name}"><span class="sign" aria-hidden="true">${signs[name][0]}</span> ${name}</span>`

function section(id: string, title: string, content: readonly Markup[]): Markup {
  return content.length ? markup`<section id="${id}"><h2>${title}</h2>\n${content}</section>\n` : markup``
}

const list = (items: readonly Markup[]): Markup[] => (items.length ? [markup`<ul>\n${items}</ul>\n`] : [])

const item = (name: Change['class'], content: Markup) =>
  markup`<li class="change">${mark(name)}<div>${content}</div></li>\n`

/** Shows the first of similar changes open, the others collapsed below it with their exchanges. */
function findingItems({ class: name, changes: [first, ...others], requirements }: Finding): Markup[] {
  if (!first) return requirements.map(requirementItem)
  const alike = others.length
    ? markup`<details><summary>${others.length} alike</summary>${others.map(changeBlock)}</details>`
    : markup``
  const shown = requirements.map(
    ({ id, sentence, before, after }) =>
      markup`<p><strong class="mono">${id}</strong> ${before}, now ${after}: ${sentence}</p>`,
  )
  return [item(name, markup`${changeBlock(first)}${shown}${alike}`)]
}

function changeBlock(change: Change): Markup {
  const places = change.exchanges.map(({ scenario, name }) => markup`<li>“${name}” of ${scenario}</li>`)
  const many = `${places.length} ${places.length === 1 ? 'exchange' : 'exchanges'}`
  return markup`<p><span class="mono">${operationsLine(change)}</span></p><p>${changeLine(change)}</p><details><summary>${many}</summary><ul>${places}</ul></details>`
}

function requirementItem(change: RequirementChange): Markup {
  return item(
    change.class,
    markup`<p><strong class="mono">${change.id}</strong> ${change.sentence}</p><p>${verdictLine(change)}</p>`,
  )
}

function promises({ requirements: { begin, end }, before, after }: Diff): Markup[] {
  const line = (release: string, ids: readonly string[]) =>
    ids.length ? [markup`<p>Only ${release}: <span class="mono">${ids.join(' ')}</span></p>\n`] : []
  return [...line(before.release.name, end), ...line(after.release.name, begin)]
}

function notCompared(one: NotCompared): Markup {
  const names = [...one.requirements, ...one.exchanges.map(({ scenario, name }) => `“${name}” of ${scenario}`)]
  return markup`<li>${notComparedLine(one)}<details><summary>which</summary><p>${names.join(', ')}</p></details></li>\n`
}
