/** An element with its attributes and what it holds: elements, or a text. */
export type XmlElement = readonly [
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content?: string | readonly XmlElement[],
]

/**
 * A whole document, an element a line. Names are the caller's own, and no text of another.
 * @param root whose texts and attributes hold no character that XML forbids (`xmlText`)
 */
export const xmlDocument = (root: XmlElement): string =>
  ['<?xml version="1.0" encoding="UTF-8"?>', ...linesOf(root, '')].join('\n')

function linesOf([name, attributes, content = []]: XmlElement, indent: string): string[] {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${attributeText(String(value))}"`)
  const start = `${indent}<${name}${given.join('')}`
  if (content.length === 0) return [`${start}/>`]
  if (typeof content === 'string') return [`${start}>${escaped(content)}</${name}>`]
  return [`${start}>`, ...content.flatMap((element) => linesOf(element, `${indent}  `)), `${indent}</${name}>`]
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

// A carriage return would be read as a line feed.
const escaped = (text: string) => text.replace(/[&<>]/g, (one) => escapes[one] as string).replaceAll('\r', '&#xD;')

/** Whoever reads an attribute makes its white space blanks, unless it is written as a number. */
const attributeText = (text: string) =>
  text
    .replace(/[&<>"]/g, (one) => escapes[one] as string)
    .replace(/[\t\n\r]/g, (one) => `&#x${one.charCodeAt(0).toString(16).toUpperCase()};`)
