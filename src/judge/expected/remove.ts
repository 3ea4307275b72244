import { createScanner, findNodeAtLocation, getNodeValue, type Node, parseTree } from 'jsonc-parser'

/**
 * A file of expected failures without these entries. All else stays as it is written. A comment behind an
 * entry goes with it; one above stays, as it may speak of what follows too.
 * @param text a file that `readExpected` has read
 */
export function withoutEntries(text: string, ids: readonly string[]): string {
  return ids.reduce(withoutEntry, text)
}

function withoutEntry(text: string, id: string): string {
  const list = findNodeAtLocation(parseTree(text, [], { allowTrailingComma: true }) as Node, ['expected']) as Node
  const entries = list.children as Node[]
  const index = entries.findIndex((node) => getNodeValue(node).id === id)
  const entry = entries[index] as Node
  const end = entry.offset + entry.length
  const next = commaAfter(text, end)
  // The last of several has no comma of its own: that of the one before goes.
  const before = entries[index - 1]
  const comma = next ?? (before && commaAfter(text, before.offset + before.length))
  const cuts = [[entry.offset, end], ...(comma === undefined ? [] : [[comma, comma + 1]])] as [number, number][]
  return cuts.sort(([one], [other]) => other - one).reduce(cut, text)
}

/** Where the comma stands that follows, with nothing but white space and comments between. */
function commaAfter(text: string, offset: number): number | undefined {
  const scanner = createScanner(text, true)
  scanner.setPosition(offset)
  scanner.scan()
  return text[scanner.getTokenOffset()] === ',' ? scanner.getTokenOffset() : undefined
}

/** Takes a part out, and the lines with it where nothing else stood there but a comment behind it. */
function cut(text: string, [from, to]: [number, number]): string {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const lineEnd = text.indexOf('\n', to)
  const end = lineEnd === -1 ? text.length : lineEnd + 1
  const alone = text.slice(start, from).trim() === '' && /^\s*(\/\/.*|\/\*.*\*\/)?\s*$/.test(text.slice(to, end))
  return alone && start > 0 ? text.slice(0, start) + text.slice(end) : text.slice(0, from) + text.slice(to)
}
