import { createScanner, findNodeAtLocation, getNodeValue, type Node, parseTree } from 'jsonc-parser'
import { type ExpectedFailure, idsOf } from './expected.ts'

/**
 * Returns the text of a file of expected failures without the entries for these requirements and areas. The rest stays
 * unchanged. A comment after an entry is removed with it; one above stays, since it may be about later entries too.
 * @param text a file that `readExpected` has read
 * @param names ids, and areas in which nothing fails any more
 */
export function withoutEntries(text: string, names: readonly string[]): string {
  return names.reduce(withoutName, text)
}

function withoutName(text: string, name: string): string {
  const list = findNodeAtLocation(parseTree(text, [], { allowTrailingComma: true }) as Node, ['expected']) as Node
  const entries = list.children as Node[]
  const entry = entries.find((node) => isAbout(getNodeValue(node), name)) as Node
  const several = findNodeAtLocation(entry, ['ids'])
  if ((several?.children ?? []).length < 2) return without(text, entries, entry)
  const ids = several?.children as Node[]
  const left = without(text, ids, ids.find(({ value }) => value === name) as Node)
  return withoutActual(left, name)
}

const isAbout = (entry: ExpectedFailure, name: string) => entry.area === name || idsOf(entry).includes(name)

/** Removes what an entry accepted for this requirement. */
function withoutActual(text: string, id: string): string {
  const tree = parseTree(text, [], { allowTrailingComma: true }) as Node
  const entries = (findNodeAtLocation(tree, ['expected']) as Node).children as Node[]
  const lists = entries.flatMap((entry) => findNodeAtLocation(entry, ['actual'])?.children ?? [])
  const property = lists.find(({ children }) => children?.[0]?.value === id)
  return property ? without(text, property.parent?.children as Node[], property) : text
}

/** Removes a node of a list or object from the text. */
function without(text: string, siblings: readonly Node[], node: Node): string {
  const end = node.offset + node.length
  const next = commaAfter(text, end)
  // The last node has no comma after it, so the comma before it is removed.
  const before = siblings[siblings.indexOf(node) - 1]
  const comma = next ?? (before && commaAfter(text, before.offset + before.length))
  const cuts = [[node.offset, end], ...(comma === undefined ? [] : [[comma, comma + 1]])] as [number, number][]
  return cuts.sort(([one], [other]) => other - one).reduce(cut, text)
}

/** Returns the offset of the next comma, after white space and comments only; undefined if there is none. */
export function commaAfter(text: string, offset: number): number | undefined {
  const scanner = createScanner(text, true)
  scanner.setPosition(offset)
  scanner.scan()
  return text[scanner.getTokenOffset()] === ',' ? scanner.getTokenOffset() : undefined
}

/** Removes a part, and its lines if they contain nothing else except a trailing comment. */
function cut(text: string, [from, to]: [number, number]): string {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const lineEnd = text.indexOf('\n', to)
  const end = lineEnd === -1 ? text.length : lineEnd + 1
  const alone = text.slice(start, from).trim() === '' && /^\s*(\/\/.*|\/\*.*\*\/)?\s*$/.test(text.slice(to, end))
  return alone && start > 0 ? text.slice(0, start) + text.slice(end) : text.slice(0, from) + text.slice(to)
}
