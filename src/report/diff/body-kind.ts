import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { Exchange } from '../../recording/exchange.ts'
import { readPage } from '../../shared/html.ts'

/** An answer's body by what it is, so that XML is compared field by field as JSON is. */
export interface ReadBody {
  readonly kind: 'JSON' | 'XML' | 'an HTML page' | 'plain text' | 'nothing' | 'bytes'
  /** A value for JSON and XML, else what a person reads. */
  readonly value: unknown
}

const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false })

/** Reads a body as its bytes say, whatever its header says. */
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

/** A page's heading is what it says; the rest of it is the theme's. */
function wordsOf(html: string): string {
  const title = /<title[^>]*>([^<]*)/i.exec(html)?.[1]
  return (title ?? readPage(html).text).replace(/\s+/g, ' ').trim()
}
