import { safeJson } from '../../shared/text.ts'
import { consoleDiff } from './console.ts'
import type { Diff } from './diff.ts'
import { diffPage } from './html/diff-page.ts'
import { markdownDiff } from './markdown.ts'

interface Format {
  /** The file in the folder that --out names; none for what is only ever printed. */
  readonly file?: string
  /** The text, in pieces where it may be large. */
  readonly render: (diff: Diff) => Iterable<string>
}

/** The formats of a diff, by the name for `diff --format`. All are derived from the diff alone. */
export const diffFormats: Readonly<Record<string, Format>> = {
  json: { file: 'diff.json', render: (diff) => [`${safeJson(JSON.stringify(diff, null, 2))}\n`] },
  markdown: { file: 'diff.md', render: (diff) => [markdownDiff(diff)] },
  html: { file: 'diff.html', render: diffPage },
  console: { render: (diff) => [`${consoleDiff(diff)}\n`] },
}
