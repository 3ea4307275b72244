import { Replacer } from './replacer.ts'

/**
 * Returns a function that tests whether a text contains any of many texts, plain or JSON-escaped, in one pass.
 * @param texts those shorter than six characters are ignored, as they occur in harmless text
 */
export function finderOf(texts: Iterable<string>): (searched: string) => boolean {
  const replacer = new Replacer()
  const nothing = Buffer.alloc(0)
  for (const text of texts) {
    if (text.length < 6) continue
    for (const form of [text, JSON.stringify(text).slice(1, -1)]) replacer.add(Buffer.from(form), nothing)
  }
  return (searched) => {
    const bytes = Buffer.from(searched)
    return replacer.replace(bytes) !== bytes
  }
}
