import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect } from '../../src/judge/expect.ts'
import { Unmet } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { show } from '../../src/recording/show.ts'

/**
 * Also decodes character references such as `&#xE9;`, which PHP writes for non-ASCII characters if a document has no
 * encoding.
 */
const parser = new XMLParser({
  parseTagValue: false,
  ignoreAttributes: true,
  ignoreDeclaration: true,
  htmlEntities: true,
})

/**
 * Returns the content of `<response>` of an XML response: a text, or elements by name, with all values as text.
 * @throws Unmet for another status, invalid XML or another content type
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
 * Expects all values of a JSON value in the XML of the same object. List entries are compared in order, whatever their
 * element name; white space around texts is ignored.
 * @param elements as returned by `inResponse`
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

/** A key that is a valid element name, which Magento writes unchanged; other keys, as modules may have, are renamed. */
const isElementName = /^[A-Za-z_][\w-]*$/

/** Returns the entries of a list. The parser returns a single entry as an object, and an empty list as a blank text. */
function childrenOf(elements: unknown): unknown[] {
  return typeof elements === 'object' && elements !== null ? Object.values(elements).flat() : []
}

/** @throws Unmet unless `<response>` contains this text, e.g. `true` */
export function expectInResponse(exchange: Exchange, text: string): void {
  const found = inResponse(exchange, 200)
  if (found !== text) throw new Unmet(`<response>${text}</response>`, JSON.stringify(found), exchange)
}
