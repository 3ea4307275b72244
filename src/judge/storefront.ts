import type { Exchange } from '../recording/exchange.ts'
import { attribute, type Element, linesOf, readDocument, select } from '../shared/html.ts'
import { type Form, readForm } from '../target/storefront/form.ts'
import {
  luma,
  markupProbe,
  noMarkup,
  type SelectorName,
  type Selectors,
  selectorsProbe,
} from '../target/storefront/selectors.ts'
import type { Shop } from './requirement.ts'
import { inapplicable, Unmet } from './unmet.ts'

/** Returns the configured selectors, or Luma's. */
function selectorsOf(shop: Shop): Selectors {
  const own = shop.probe(selectorsProbe, '')
  return own ? JSON.parse(own) : luma
}

/** Returns the elements of a page by name. @throws Undecided if there is none, as in another theme */
function elementsOf(page: Exchange, name: SelectorName, shop: Shop, document = documentOf(page)): Element[] {
  const selector = selectorsOf(shop)[name]
  const elements = select(selector, document)
  if (elements.length === 0) inapplicable(noMarkup(page, name, selector))
  return elements
}

/** Returns the visible text of each matching element, line by line. @throws Undecided */
export const shownOn = (page: Exchange, name: SelectorName, shop: Shop): string[][] =>
  elementsOf(page, name, shop).map(linesOf)

const documentOf = (page: Exchange) => readDocument(plain(page.body.text ?? ''))

/** Cloudflare replaces each e-mail of a page by an element that its script decodes: every byte XOR the first one. */
const plain = (html: string): string =>
  html.replace(/<(a|span)\b[^>]*\bdata-cfemail="([0-9a-f]+)"[^>]*>.*?<\/\1>/gis, (_, _element, hex: string) => {
    const [key = 0, ...bytes] = Buffer.from(hex, 'hex')
    return Buffer.from(bytes.map((byte) => byte ^ key)).toString()
  })

/** Returns a form of a page. @throws Undecided if the page does not have it */
export function formOn(page: Exchange, name: SelectorName, shop: Shop): Form {
  const document = documentOf(page)
  return readForm(elementsOf(page, name, shop, document)[0] as Element, document)
}

/** Returns the names of a form's fields, if the page has that form. */
export function fieldNamesOn(page: Exchange, name: SelectorName, shop: Shop): readonly string[] | undefined {
  const document = documentOf(page)
  const [form] = select(selectorsOf(shop)[name], document)
  return form && readForm(form, document).names
}

/** Checks that a page shows entered markup as text. @throws Unmet if an element was made from it */
export function expectNoMarkup(page: Exchange): void {
  const [element] = select(`.${markupProbe}`, documentOf(page))
  if (!element) return
  const actual = `an element <${element.name} class="${attribute(element, 'class')}">`
  throw new Unmet('what was entered as text to be text', actual, page)
}
