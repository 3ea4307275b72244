import { compile, selectAll } from 'css-select'
import { parse, serializeOuter } from 'parse5'
import { adapter, type Htmlparser2TreeAdapterMap as Tree } from 'parse5-htmlparser2-tree-adapter'

export type ChildNode = Tree['childNode']
export type Document = Tree['document']
export type Element = Tree['element']

/** Parses HTML as a browser without scripts does, including invalid HTML. */
export const readDocument = (html: string): Document => parse(html, { treeAdapter: adapter, scriptingEnabled: false })

/** Returns the HTML of a node. */
export const htmlOf = (node: ChildNode): string => serializeOuter(node as Element, { treeAdapter: adapter })

/** Returns the elements that match a CSS selector, in document order. */
export const select = (selector: string, from: Tree['parentNode']): Element[] => selectAll(selector, from) as Element[]

/**
 * Checks a CSS selector.
 * @throws Error for an invalid selector
 */
export function checkSelector(selector: string): void {
  compile(selector)
}

/** Returns the value of an attribute, with entities decoded. */
export const attribute = ({ attribs }: Element, name: string): string | undefined => attribs[name]

/** Elements whose text is not visible. */
const unread = new Set(['script', 'style', 'head', 'title', 'template', 'noscript'])

/** Returns the visible text with unchanged white space, and a space before each element. */
function textOf(node: Document | ChildNode): string {
  if (node.type === 'text') return node.data
  if (!('children' in node) || ('name' in node && unread.has(node.name))) return ''
  return ` ${node.children.map(textOf).join('')}`
}

/** Returns the visible text of an element, line by line, with white space collapsed. */
export function linesOf(element: Element): string[] {
  return textInLines(element)
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
    .filter((line) => line !== '')
}

const ownLine = new Set(['address', 'br', 'div', 'form', 'h1', 'label', 'li', 'p', 'strong', 'table', 'td', 'th', 'tr'])

/** Source line breaks are white space; block elements start new lines. */
function textInLines(node: ChildNode): string {
  if (node.type === 'text') return node.data.replace(/\s+/g, ' ')
  if (!('children' in node) || ('name' in node && unread.has(node.name))) return ''
  const inner = node.children.map(textInLines).join('')
  return 'name' in node && ownLine.has(node.name) ? `\n${inner}\n` : inner
}

/** A parsed page. */
export interface Page {
  /** In document order. */
  readonly elements: readonly Element[]
  /** The visible text, with unchanged white space. */
  readonly text: string
}

/** Parses a page: all its elements, and its text. */
export function readPage(html: string): Page {
  const document = readDocument(html)
  return { elements: select('*', document), text: textOf(document) }
}
