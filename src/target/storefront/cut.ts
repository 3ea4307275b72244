import { attribute, type ChildNode, type Element, htmlOf, readDocument, select } from '../../shared/html.ts'
import { keysOfPage } from './form.ts'
import { markupProbe, type Selectors } from './selectors.ts'

export interface Cut {
  /** The parts of the page that the suite reads, as a complete document. */
  readonly html: string
  /** The form keys of the session; they are secret like the session cookie. */
  readonly formKeys: readonly string[]
}

/** Always kept: the headings, and elements with the class of the markup probe, which no page should have. */
const always = `title, h1, .${markupProbe}`

/**
 * Reduces a page to what the suite reads: the elements that match the selectors, and form keys outside of forms. Their
 * ancestors are kept, so that the same selectors still match.
 */
export function cutPage(html: string, selectors: Selectors): Cut {
  const document = readDocument(html)
  const formKeys = select('input[name=form_key]', document).flatMap((input) => attribute(input, 'value') ?? [])
  const named = select([always, ...Object.values(selectors)].join(', '), document)
  const wanted = new Set<ChildNode>([...named, ...keysOfPage(document)])
  const kept = document.children.flatMap((child) => keep(child, wanted))
  return { html: kept.map(htmlOf).join(''), formKeys }
}

/** Returns the node reduced to wanted nodes and their ancestors; empty if it contains none. */
function keep(node: ChildNode, wanted: ReadonlySet<ChildNode>): ChildNode[] {
  if (!('children' in node)) return []
  if (wanted.has(node)) return [withoutScripts(node as Element)]
  node.children = node.children.flatMap((child) => keep(child, wanted))
  const isFrame = 'name' in node && ['html', 'head', 'body'].includes(node.name)
  return node.children.length > 0 || isFrame ? [node] : []
}

function withoutScripts(element: Element): Element {
  element.children = element.children
    .filter((child) => child.type !== 'script' && child.type !== 'style' && child.type !== 'comment')
    .map((child) => ('children' in child ? withoutScripts(child as Element) : child))
  return element
}
