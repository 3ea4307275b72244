import { create } from 'xmlbuilder2'
import type { Answer, Call, Shop } from '../types.ts'

/** Renders a response in the format of the call. */
export function render(shop: Shop, call: Call, answer: Answer): string | Buffer {
  if (answer.body !== undefined) return answer.body
  if (answer.value === undefined) return ''
  if (call.format !== 'xml') return toJson(answer.value)
  // Escaped here, as the writer leaves what looks like an entity as it is.
  const ampersand = shop.rules.xmlEscapesTwice ? '&amp;amp;' : '&amp;'
  return toXml(answer.value, (text) => text.replaceAll('&', ampersand))
}

/** JSON as PHP writes it, with slashes and non-ASCII characters escaped. */
export function toJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('/', '\\/')
    .replace(/[\u0080-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** XML as PHP writes it without an encoding: non-ASCII characters as character references. */
function toXml(value: unknown, escaped: (text: string) => string): string {
  const root = create({ version: '1.0' }).ele('response')
  append(root, value, escaped)
  const text = `${root.end({ prettyPrint: true })}\n`
  return text.replace(
    /[\u0080-\u{10ffff}]/gu,
    (character) => `&#x${character.codePointAt(0)?.toString(16).toUpperCase()};`,
  )
}

type Element = ReturnType<ReturnType<typeof create>['ele']>

function append(element: Element, value: unknown, escaped: (text: string) => string): void {
  if (Array.isArray(value)) {
    for (const item of value) append(element.ele('item'), item, escaped)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) append(element.ele(elementName(key)), item, escaped)
  } else if (value !== null && value !== undefined && value !== '') {
    element.txt(escaped(String(value)))
  }
}

function elementName(key: string): string {
  return /^\d/.test(key) ? `item_${key}` : key
}
