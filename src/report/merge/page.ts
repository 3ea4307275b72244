import { countsBar, countsLine } from '../html/counts.ts'
import { type Markup, markup, prose } from '../html/markup.ts'
import { page } from '../html/shell.ts'
import { signOf } from '../html/verdict-mark.ts'
import type { Merged, MergedShop } from './merged.ts'
import {
  cellOf,
  cellText,
  chaptersOf,
  noneSentence,
  partOf,
  releaseOf,
  type Section,
  sectionsOf,
  timeOf,
  titleOf,
  verdictOf,
} from './words.ts'

/** Renders the reports of many shops as one HTML page without scripts or external files. */
export function mergedPage(merged: Merged): Generator<string> {
  return page({ title: titleOf(merged), styles: ['../merge/merged.css'], body: body(merged) })
}

function* body(merged: Merged): Generator<Markup> {
  const { shops, suite } = merged
  yield markup`<main>\n<header><h1>${titleOf(merged)}</h1><p class="quiet">${suite.name} ${suite.version}</p></header>\n`
  yield markup`<section aria-labelledby="shops"><h2 id="shops">Shops</h2>\n<ul class="shops">\n${shops.map(shopItem)}</ul></section>\n`
  for (const one of sectionsOf(merged)) yield section(merged, one)
  yield markup`<section aria-labelledby="chapters"><h2 id="chapters">Chapters</h2>\n${chapterTable(merged)}</section>\n</main>\n`
}

function shopItem(shop: MergedShop): Markup {
  const verdict = { yes: 'pass', 'as far as tested': 'pass', no: 'fail', unknown: 'error' } as const
  const part = partOf(shop)
  const name = shop.page ? markup`<a href="${shop.page}">${shop.name}</a>` : shop.name
  return markup`<li class="shop"><h3>${name}</h3>
<p><span class="verdict" data-verdict="${verdict[shop.conformant]}">${signOf(verdict[shop.conformant])} conformant: ${shop.conformant}</span>${part ? markup` <span class="quiet">(${part})</span>` : ''}</p>
<p class="quiet">${releaseOf(shop)} · <time datetime="${shop.startedAt}">${timeOf(shop.startedAt)}</time></p>
<p class="quiet"><span class="mono">${shop.url}</span>, store ${shop.store}</p>
${countsBar(shop.counts)}<p>${countsLine(shop.counts)}</p></li>\n`
}

function section(merged: Merged, one: Section): Markup {
  const { id, title, shops, told } = one
  const items = [...shops.map((line) => markup`<li>${line}</li>\n`), ...told.map((each) => item(merged, each))]
  return markup`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>\n${items.length ? markup`<ul class="items">\n${items}</ul>` : markup`<p>${noneSentence(one)}</p>`}</section>\n`
}

function item({ requirements }: Merged, { text, ids, verdict }: Section['told'][number]): Markup {
  const line = (id: string) => {
    const known = requirements[id]
    return markup`<li><span class="mono">${id}</span> ${known && prose(known.sentence)} <span class="quiet">${known?.level}</span></li>\n`
  }
  const count = ids.length === 1 ? '1 requirement' : `${ids.length} requirements`
  return markup`<li><details open><summary><span data-verdict="${verdict}">${signOf(verdict)}</span> <strong>${text}</strong> <span class="quiet">${count}</span></summary>\n<ul>\n${ids.map(line)}</ul></details></li>\n`
}

/** Scrollable, because a table of many shops is wider than the page. */
function chapterTable(merged: Merged): Markup {
  const { shops } = merged
  const cell = (shop: MergedShop, chapter: string) => {
    const found = cellOf(shop, chapter)
    const verdict = found && verdictOf(found.outcome)
    return markup`<td${verdict ? markup` data-verdict="${verdict}"` : ''}>${verdict ? signOf(verdict) : ''} ${cellText(found)}</td>`
  }
  return markup`<div class="scroll" tabindex="0" role="region" aria-labelledby="chapters"><table>
<thead><tr><th scope="col">chapter</th>${shops.map(({ name }) => markup`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${chaptersOf(merged).map((chapter) => markup`<tr><th scope="row">${chapter}</th>${shops.map((shop) => cell(shop, chapter))}</tr>\n`)}</tbody>
</table></div>`
}
