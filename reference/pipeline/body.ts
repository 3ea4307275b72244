import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { bad } from '../errors.ts'

const decoders: Record<string, (text: string) => unknown> = {
  'application/json': decodeJson,
  'application/xml': decodeXml,
  'application/xhtml+xml': decodeXml,
  'text/xml': decodeXml,
}

/**
 * Decodes a request's body; an empty one, or `0`, counts as no body.
 * @throws Refusal 400 for an unsupported Content-Type or an invalid body
 */
export function decodeBody(contentType: string, body: Buffer): Record<string, unknown> {
  const text = body.toString('utf8')
  if (text === '' || text === '0') return {}
  const decoded = decoderFor(contentType)(checked(text, body))
  if (typeof decoded !== 'object' || decoded === null) return {}
  return decoded as Record<string, unknown>
}

function decoderFor(contentType: string): (text: string) => unknown {
  if (contentType === '') throw bad('Content-Type header is empty.')
  const parts = /^([a-z\d/\-+.]+)(?:;\s*charset=(.+))?$/i.exec(contentType.replace(/\s*;\s*$/, ''))
  if (!parts) throw bad('Content-Type header is invalid.')
  const [, type = '', charset = 'utf-8'] = parts
  if (charset.replaceAll('"', '').toLowerCase() !== 'utf-8') throw bad('UTF-8 is the only supported charset.')
  const decoder = decoders[type]
  if (!decoder) throw bad(`Server cannot understand Content-Type HTTP header media type ${type}`)
  return decoder
}

function checked(text: string, body: Buffer): string {
  if (text.includes('\ufffd') && !Buffer.from(text, 'utf8').equals(body)) throw bad('Decoding error.')
  return text
}

function decodeJson(text: string): unknown {
  if (depth(text) > 512) throw bad('Decoding error.')
  try {
    return JSON.parse(text)
  } catch {
    throw bad('Decoding error.')
  }
}

/** Returns the nesting depth; PHP parses JSON up to 512 levels. */
function depth(text: string): number {
  let deepest = 0
  let level = 0
  for (const [character] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (character === '[' || character === '{') deepest = Math.max(deepest, ++level)
    else if (character === ']' || character === '}') level--
  }
  return deepest
}

const parser = new XMLParser({ parseTagValue: false, ignoreAttributes: true, ignoreDeclaration: true })

function decodeXml(text: string): unknown {
  if (XMLValidator.validate(text) !== true) throw bad('Decoding error.')
  const [root] = Object.values(parser.parse(text) as Record<string, unknown>)
  return unwrap(root)
}

/** Repeated `<item>` elements are list entries. */
function unwrap(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unwrap)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, item]) => [key, unwrap(item)] as const)
  const [only] = entries
  if (entries.length === 1 && only?.[0] === 'item') return Array.isArray(only[1]) ? only[1] : [only[1]]
  return Object.fromEntries(entries)
}
