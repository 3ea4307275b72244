import { safeJson } from '../../shared/text.ts'
import { consoleChanges } from './console.ts'
import { markdownChanges } from './markdown.ts'
import { changesPage } from './page.ts'
import type { Document } from './words.ts'

interface Format {
  readonly render: (document: Document) => Iterable<string>
}

/** The formats of `changes --format`. */
export const changesFormats: Readonly<Record<string, Format>> = {
  json: { render: (document) => [`${safeJson(JSON.stringify(document, null, 2))}\n`] },
  markdown: { render: (document) => [markdownChanges(document)] },
  html: { render: changesPage },
  console: { render: (document) => [`${consoleChanges(document)}\n`] },
}
