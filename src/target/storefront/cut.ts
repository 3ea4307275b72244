import { attribute, type ChildNode, type Element, htmlOf, readDocument, select } from '../../shared/html.ts'
import { keysOfPage } from './form.ts'
import { markupProbe, type Selectors } from './selectors.ts'

export interface Cut {
  /** What is read of the page, as a document of its own. */
  readonly html: string
  /** The form keys of the visit, which open what the session opens. */
  readonly formKeys: readonly string[]
}

/** Kept besides what the selectors name: what the page says it is, and markup where there should be text. */
const always = `title, h1, .${markupProbe}`

/**
 * Cuts a page down to what is read of it: the elements that the selectors fit and the form key that stands outside of
 * forms, in the elements around them, so that the same selectors fit what is left.
 */
export function cutPage(html: string, selectors: Selectors): Cut {
  const document = readDocument(html)
  const formKeys = select('input[name=form_key]', document).flatMap((input) => attribute(input, 'value') ?? [])
  const named = select([always, ...Object.values(selectors)].join(', '), document)
  const wanted = new Set<ChildNode>([...named, ...keysOfPage(document)])
  const kept = document.children.flatMap((child) => keep(child, wanted))
  return { html: kept.map(htmlOf).join(''), formKeys }
}

/** A node as far as something wanted is in it. */
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
