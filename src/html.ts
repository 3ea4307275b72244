import { type DefaultTreeAdapterMap, parse } from 'parse5'

type Node = DefaultTreeAdapterMap['node']
export type Element = DefaultTreeAdapterMap['element']

/** What a person never reads. */
const unread = new Set(['script', 'style', 'head', 'title', 'template', 'noscript'])

/** The elements of a page, in order, as a browser would find them. */
export function elementsOf(html: string): Element[] {
  return [...nodesIn(parse(html))].filter((node): node is Element => 'tagName' in node)
}

/** An attribute's value, its entities decoded. */
export function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value
}

/** What a person reads of a page, white space as it stands. */
export function readableText(html: string): string {
  const isRead = (node: Node) => !('tagName' in node) || !unread.has(node.tagName)
  return [...nodesIn(parse(html), isRead)].map((node) => ('value' in node ? node.value : ' ')).join('')
}

function* nodesIn(node: Node, enters: (node: Node) => boolean = () => true): Generator<Node> {
  if (!enters(node)) return
  yield node
  if ('childNodes' in node) for (const child of node.childNodes) yield* nodesIn(child, enters)
}
