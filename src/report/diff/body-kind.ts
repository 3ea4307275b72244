import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { Exchange } from '../../recording/exchange.ts'
import { readPage } from '../../shared/html.ts'

/** A response body by its content. XML is parsed, so that it is compared field by field like JSON. */
export interface ReadBody {
  readonly kind: 'JSON' | 'XML' | 'an HTML page' | 'plain text' | 'nothing' | 'bytes'
  /** The parsed value of JSON and XML, otherwise the visible text. */
  readonly value: unknown
}

const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false })

/** Parses a body by its content, ignoring the Content-Type header. */
export function bodyOf({ body }: Exchange): ReadBody {
  if (body.json) return { kind: 'JSON', value: body.json.value }
  if (body.problem === 'empty') return { kind: 'nothing', value: '' }
  if (body.text === undefined) return { kind: 'bytes', value: `${body.bytes.length} bytes` }
  if (/^\s*<\?xml/.test(body.text) && XMLValidator.validate(body.text) === true)
    return { kind: 'XML', value: parser.parse(body.text) }
  if (/^\s*<(!doctype|html|head|body|h1|p)\b/i.test(body.text))
    return { kind: 'an HTML page', value: wordsOf(body.text) }
  return { kind: 'plain text', value: body.text.trim() }
}

/** Returns a page's title, or its text if it has none; the rest depends on the theme. */
function wordsOf(html: string): string {
  const title = /<title[^>]*>([^<]*)/i.exec(html)?.[1]
  return (title ?? readPage(html).text).replace(/\s+/g, ' ').trim()
}
