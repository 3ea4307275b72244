/** A body as it was received, without repair. A body that is not JSON has no `json`. */
export interface Body {
  readonly bytes: Buffer
  /** The text; undefined if the bytes are not UTF-8. */
  readonly text: string | undefined
  /** The parsed value in an object, so that JSON `null` differs from no JSON. */
  readonly json: { readonly value: unknown } | undefined
  /** Why there is no JSON: `empty`, `not UTF-8`, too deeply nested, or the parser's message. */
  readonly problem: string | undefined
}

/** Maximum nesting depth: PHP's default for JSON, so Magento has the same. Later code may recurse. */
const deepest = 512

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Parses bytes as UTF-8 and JSON, strictly. */
export function readBody(bytes: Buffer): Body {
  if (bytes.length === 0) return { bytes, text: '', json: undefined, problem: 'empty' }
  let text: string
  try {
    text = utf8.decode(bytes)
  } catch {
    return { bytes, text: undefined, json: undefined, problem: 'not UTF-8' }
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { bytes, text, json: undefined, problem: (error as Error).message }
  }
  // Each level takes at least two bytes.
  if (bytes.length > 2 * deepest && depthOf(bytes) > deepest)
    return { bytes, text, json: undefined, problem: `nested deeper than ${deepest} levels, which PHP refuses` }
  return { bytes, text, json: { value }, problem: undefined }
}

/** Returns the depth of nested arrays and objects in a JSON text. */
export function depthOf(bytes: Buffer): number {
  let depth = 0
  let most = 0
  let quoted = false
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index]
    if (quoted && byte === backslash) index++
    else if (byte === quote) quoted = !quoted
    else if (!quoted && (byte === bracket || byte === brace)) most = Math.max(most, ++depth)
    else if (!quoted && (byte === closingBracket || byte === closingBrace)) depth--
  }
  return most
}

const [quote, backslash, bracket, closingBracket, brace, closingBrace] = Buffer.from('"\\[]{}')
