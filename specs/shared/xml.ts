import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect } from '../../src/judge/expect.ts'
import { Unmet } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'

const parser = new XMLParser({ parseTagValue: false, ignoreAttributes: true, ignoreDeclaration: true })

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

/** @throws Unmet when the answer is not this text, e.g. `true`, in `<response>` */
export function expectInResponse(exchange: Exchange, text: string): void {
  const found = inResponse(exchange, 200)
  if (found !== text) throw new Unmet(`<response>${text}</response>`, JSON.stringify(found), exchange)
}
