import { type Markup, markup, webAddress } from '../html/markup.ts'
import { page } from '../html/shell.ts'
import type { ClientChange } from './changes.ts'
import {
  countingLine,
  type Document,
  knownLines,
  noExample,
  type Section,
  sectionsOf,
  sentence,
  titleOf,
  unexplainedLines,
  unexplainedTitle,
} from './words.ts'

/** The classes of the diff page with the same colours. */
const colours: Readonly<Record<ClientChange['class'], string>> = {
  tightened: 'tightened',
  gone: 'breaking',
  changed: 'text',
  loosened: 'loosened',
  new: 'added',
}

/** Renders the changes as one HTML page without scripts or external files. */
export function changesPage(document: Document): Generator<string> {
  return page({ title: titleOf(document), styles: ['../diff/html/diff.css'], body: body(document) })
}

function* body(document: Document): Generator<Markup> {
  yield markup`<main>\n<header><h1>${titleOf(document)}</h1>${knownLines(document).map((line) => markup`<p class="quiet">${line}</p>`)}</header>\n`
  for (const one of sectionsOf(document)) yield section(one)
  const unexplained = unexplainedLines(document)
  if (unexplained.length)
    yield markup`<section><h2>${unexplainedTitle}</h2>\n<ul>\n${unexplained.map(([id, text]) => markup`<li><span class="mono">${id}</span> ${text}</li>\n`)}</ul></section>\n`
  yield markup`<p class="quiet mono">${countingLine(document)}</p>\n</main>\n`
}

const section = ({ title, changes }: Section): Markup =>
  markup`<section><h2>${title}</h2>\n${changes.length ? markup`<ul>\n${changes.map(item)}</ul>` : markup`<p>Nothing that an API client notices.</p>`}</section>\n`

function item(change: ClientChange): Markup {
  const { client, source, link, requirements, example } = change
  const address = webAddress(link)
  const shown = example
    ? markup`<p><span class="mono">${example.operation}</span>, ${example.place}: <code>${example.before}</code> before, <code>${example.after}</code> after</p>`
    : markup`<p class="quiet">${noExample}</p>`
  return markup`<li class="change"><span class="class" data-class="${colours[change.class]}">${change.class}</span><div>
<p><strong>${sentence(change)}</strong></p>${shown}<p>In a client: ${client}</p>
<p class="quiet">${address ? markup`<a href="${address}">${source}</a>` : source}${requirements.length ? markup` · <span class="mono">${requirements.join(' ')}</span>` : ''}</p></div></li>\n`
}
