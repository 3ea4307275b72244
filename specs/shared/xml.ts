import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect } from '../../src/judge/expect.ts'
import { Unmet } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { show } from '../../src/recording/show.ts'

/** Numbered characters are read too: PHP writes all beyond ASCII so, as `&#xE9;`, where a document names no encoding. */
const parser = new XMLParser({
  parseTagValue: false,
  ignoreAttributes: true,
  ignoreDeclaration: true,
  htmlEntities: true,
})

/**
 * What stands in `<response>` of an XML answer: a text, or elements by name, every value a text.
 * @throws Unmet when the status is another, or the answer is no XML or does not say so
 */
export function inResponse(exchange: Exchange, status: number): unknown {
  expect(exchange)
    .toHaveStatus(status)
    .toHaveHeader('content-type', /^application\/xml\s*;\s*charset="?utf-8"?$/i)
  const text = exchange.body.text ?? ''
  const root = XMLValidator.validate(text) === true ? (parser.parse(text) as Record<string, unknown>) : {}
  if (!('response' in root))
    throw new Unmet('XML with the root element response', text.length > 80 ? `${text.slice(0, 80)}…` : text, exchange)
  return root.response
}

/**
 * Expects every value of a JSON value in the XML of the same thing. A list's entries are compared in their order,
 * whatever their element is called; blanks round a text count for nothing.
 * @param elements as `inResponse` gives them
 * @throws Unmet for the first that is missing or different
 */
export function expectSameInXml(json: unknown, elements: unknown, xml: Exchange, place = ''): void {
  const unlike = (expected: string): never => {
    throw new Unmet(`${expected} in <${place.slice(1) || 'response'}>`, JSON.stringify(elements) ?? 'nothing', xml)
  }
  if (Array.isArray(json)) {
    const entries = childrenOf(elements)
    if (elements === undefined || entries.length !== json.length) unlike(`${json.length} entries`)
    for (const [index, entry] of json.entries()) expectSameInXml(entry, entries[index], xml, `${place}/${index}`)
  } else if (typeof json === 'object' && json !== null) {
    const named = Object(elements) as Record<string, unknown>
    for (const [name, value] of Object.entries(json))
      if (isElementName.test(name)) expectSameInXml(value, named[name], xml, `${place}/${name}`)
  } else if ((json ?? '') !== '' && String(json).trim() !== elements) unlike(show(json))
}

/** What Magento writes as it is: an element of another name, as modules may have, is called otherwise. */
const isElementName = /^[A-Za-z_][\w-]*$/

/** The entries of a list: a list of one is no list to the parser, and an empty one is a text without letters. */
function childrenOf(elements: unknown): unknown[] {
  return typeof elements === 'object' && elements !== null ? Object.values(elements).flat() : []
}

/** @throws Unmet when the answer is not this text, e.g. `true`, in `<response>` */
export function expectInResponse(exchange: Exchange, text: string): void {
  const found = inResponse(exchange, 200)
  if (found !== text) throw new Unmet(`<response>${text}</response>`, JSON.stringify(found), exchange)
}
