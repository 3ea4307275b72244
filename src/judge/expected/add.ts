import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser'
import type { ExpectedFailure } from './expected.ts'
import { commaAfter } from './remove.ts'

/** An entry to add. */
export interface NewEntry {
  /** What the failures have in common, to help write the reason. */
  readonly comment: string
  readonly entry: ExpectedFailure
}

/**
 * Returns the text of a file of expected failures with entries added at its end. The rest stays unchanged.
 * @param text a file that `readExpected` has read; undefined if there is none yet
 */
export function withEntries(text: string | undefined, entries: readonly NewEntry[]): string {
  const added = entries.map(written).join('')
  if (text === undefined)
    return `// What the shop is known to break, each with a reason.\n{\n  "expected": [\n${added}  ]\n}\n`
  const tree = parseTree(text, [], { allowTrailingComma: true }) as Node
  const list = findNodeAtLocation(tree, ['expected']) as Node
  const end = list.offset + list.length - 1
  const last = list.children?.at(-1)
  const behind = last && last.offset + last.length
  const comma = behind !== undefined && commaAfter(text, behind) === undefined
  const before = comma ? `${text.slice(0, behind)},${text.slice(behind, end)}` : text.slice(0, end)
  return `${before.trimEnd()}\n${added}  ${text.slice(end)}`
}

function written({ comment, entry }: NewEntry): string {
  const lines = [`// ${comment.replace(/\s+/g, ' ')}`, ...`${JSON.stringify(entry, null, 2)},`.split('\n')]
  return lines.map((line) => `    ${line}\n`).join('')
}
