import { safeJson } from '../../shared/text.ts'
import { consoleMerged } from './console.ts'
import { markdownMerged } from './markdown.ts'
import type { Merged } from './merged.ts'
import { mergedPage } from './page.ts'

interface Format {
  /** File name in the folder; undefined for formats that are only printed. */
  readonly file?: string
  readonly render: (merged: Merged) => Iterable<string>
}

/** The formats of `report merge --format`. */
export const mergedFormats: Readonly<Record<string, Format>> = {
  json: { file: 'merged.json', render: (merged) => [`${safeJson(JSON.stringify(merged, null, 2))}\n`] },
  html: { file: 'merged.html', render: mergedPage },
  markdown: { file: 'summary.md', render: (merged) => [markdownMerged(merged)] },
  console: { render: (merged) => [`${consoleMerged(merged)}\n`] },
}
