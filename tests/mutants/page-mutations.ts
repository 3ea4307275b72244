import { Exchange, type RecordedResponse } from '../../src/recording/exchange.ts'
import { attribute, type Document, type Element, htmlOf, readDocument, select } from '../../src/shared/html.ts'
import { luma } from '../../src/target/storefront/selectors.ts'
import type { Mutant } from './mutant.ts'

const otherStatus: Readonly<Record<number, readonly number[]>> = { 200: [302, 404, 500], 302: [200, 404, 500] }

/** The parts of a page that are compared as text; of forms only the fields count. */
const shown = [luma.customer, luma.billing, luma.shipping, luma.bookBilling, luma.bookShipping, luma.bookOthers]

/** Returns every mutant of a storefront page: of its status, its redirect, and each text and field that is read. */
export function pageMutantsOf({ data, status }: Exchange): Mutant[] {
  const answer = (kind: string, at: string, response: Partial<RecordedResponse>): Mutant => ({
    kind,
    at,
    exchange: new Exchange({ ...data, response: { ...data.response, ...response } }),
  })
  const html = data.response.body.toString('utf8')
  const changed = (change: (document: Document) => void): Partial<RecordedResponse> => {
    const document = readDocument(html)
    change(document)
    return { body: Buffer.from(document.children.map(htmlOf).join('')) }
  }
  const { headers } = data.response
  const led = headers.some(([name]) => name.toLowerCase() === 'location')
  const leading = (to: string | undefined) =>
    headers.flatMap(([name, value]): [string, string][] =>
      name.toLowerCase() !== 'location' ? [[name, value]] : to === undefined ? [] : [[name, to]],
    )
  return [
    ...(otherStatus[status] ?? [200]).map((other) => answer(`status ${status} as ${other}`, '', { status: other })),
    ...(led
      ? [
          answer('leads nowhere', '', { headers: leading(undefined) }),
          answer('leads to the front page', '', { headers: leading('/') }),
        ]
      : []),
    ...textsOf(readDocument(html)).map((_, index) =>
      answer(
        'text changed',
        `/${index}`,
        changed((document) => ((textsOf(document)[index] as { data: string }).data = 'x')),
      ),
    ),
    ...fieldsOf(readDocument(html)).map((field, index) =>
      answer(
        'field renamed',
        `/${attribute(field, 'name')}`,
        changed((document) => {
          const renamed = fieldsOf(document)[index] as Element
          renamed.attribs.name = 'x'
        }),
      ),
    ),
  ]
}

const fieldsOf = (document: Document) => select('input[name]', document)

function textsOf(document: Document) {
  return shown
    .flatMap((selector) => select(selector, document))
    .flatMap(textsIn)
    .filter((text, index, all) => text.data.trim() !== '' && all.indexOf(text) === index)
}

type Text = Extract<Element['children'][number], { type: 'text' }> & { data: string }

function textsIn(node: Element): Text[] {
  return node.children.flatMap((child) =>
    child.type === 'text' ? [child as Text] : 'children' in child ? textsIn(child as Element) : [],
  )
}
