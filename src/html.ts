import { type DefaultTreeAdapterMap, parse } from 'parse5'

type Node = DefaultTreeAdapterMap['node']
export type Element = DefaultTreeAdapterMap['element']

/** A page as a browser finds it. */
export interface Page {
  /** In order of the document. */
  readonly elements: readonly Element[]
  /** What a person reads of it, white space as it stands. */
  readonly text: string
}

/** What a person never reads. */
const unread = new Set(['script', 'style', 'head', 'title', 'template', 'noscript'])

/** Reads HTML as a browser does, however it is written. */
export function readPage(html: string): Page {
  const elements: Element[] = []
  const text: string[] = []
  const walk = (node: Node, isRead: boolean): void => {
    const isElement = 'tagName' in node
    if (isElement) elements.push(node)
    const goesOn = isRead && !(isElement && unread.has(node.tagName))
    if (goesOn) text.push('value' in node ? node.value : ' ')
    if ('childNodes' in node) for (const child of node.childNodes) walk(child, goesOn)
  }
  walk(parse(html), true)
  return { elements, text: text.join('') }
}

/** An attribute's value, its entities decoded. */
export function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value
}
