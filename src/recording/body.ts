/** A body as its bytes say, with nothing repaired: a body that is no JSON has no `json`. */
export interface Body {
  readonly bytes: Buffer
  /** The text, undefined when the bytes are not UTF-8. */
  readonly text: string | undefined
  /** The parsed value in a box (so that JSON `null` is told from no JSON). */
  readonly json: { readonly value: unknown } | undefined
  /** Why there is no JSON: `empty`, `not UTF-8`, or the parser's words. */
  readonly problem: string | undefined
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Reads bytes as UTF-8 and as JSON, strictly. */
export function readBody(bytes: Buffer): Body {
  if (bytes.length === 0) return { bytes, text: '', json: undefined, problem: 'empty' }
  let text: string
  try {
    text = utf8.decode(bytes)
  } catch {
    return { bytes, text: undefined, json: undefined, problem: 'not UTF-8' }
  }
  try {
    return { bytes, text, json: { value: JSON.parse(text) }, problem: undefined }
  } catch (error) {
    return { bytes, text, json: undefined, problem: (error as Error).message }
  }
}
