import { safeJson } from '../../shared/text.ts'
import { consoleDiff } from './console.ts'
import type { Diff } from './diff.ts'
import { diffPage } from './html/diff-page.ts'
import { markdownDiff } from './markdown.ts'

interface Format {
  /** File name in the folder of --out; undefined for formats that are only printed. */
  readonly file?: string
  /** Returns the text, in chunks if it may be large. */
  readonly render: (diff: Diff) => Iterable<string>
}

/** The formats of `diff --format`. Each is derived from the diff alone. */
export const diffFormats: Readonly<Record<string, Format>> = {
  json: { file: 'diff.json', render: (diff) => [`${safeJson(JSON.stringify(diff, null, 2))}\n`] },
  markdown: { file: 'diff.md', render: (diff) => [markdownDiff(diff)] },
  html: { file: 'diff.html', render: diffPage },
  console: { render: (diff) => [`${consoleDiff(diff)}\n`] },
}
