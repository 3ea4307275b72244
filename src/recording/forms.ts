type Write = (text: string) => string

const json: Write = (text) => JSON.stringify(text).slice(1, -1)
const phpJson: Write = (text) =>
  json(text)
    .replaceAll('/', '\\/')
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
const html: Write = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Text content as a page serializer writes it, with quotation marks unescaped. */
const htmlText: Write = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** An attribute value as a page serializer writes it, with angle brackets unescaped. */
const htmlAttribute: Write = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

/** Form encoding. */
const form: Write = (text) => new URLSearchParams({ '': text }).toString().slice(1)

/** How a text may be written in bodies, pages and forms. */
const spellings: readonly Write[] = [
  (text) => text,
  json,
  (text) => json(text).replaceAll('/', '\\/'),
  phpJson,
  html,
  htmlText,
  htmlAttribute,
  (text) => html(text).replaceAll("'", '&#039;'),
  (text) => html(text).replaceAll("'", '&#39;'),
  (text) => html(text).replaceAll("'", '&apos;'),
  form,
]

/** How each of these may be encoded for transport, alone or within a longer text. */
const packings: readonly Write[] = [
  (text) => text,
  encodeURIComponent,
  form,
  ...(['base64', 'base64url'] as const).flatMap((encoding) => [
    (text: string) => Buffer.from(text).toString(encoding),
    ...[0, 1, 2].map((before) => (text: string) => within(text, before, encoding)),
  ]),
]

/**
 * Returns all forms of a secret that a response may contain, with the replacement in the same form; longest first
 * within a kind.
 */
export function formsOf(secret: string, standIn: string): [from: string, to: string][] {
  const forms = new Map<string, string>()
  const spelled = new Map(spellings.map((spell) => [spell(secret), spell(standIn)]))
  for (const [plain, replaced] of spelled) {
    if (!plain.isWellFormed()) continue
    for (const pack of packings) forms.set(pack(plain), pack(replaced))
  }
  return [...forms]
}

/**
 * Returns the part of a text that is visible in the base64 encoding of a longer text. It depends on the number of bytes
 * before it, modulo 3; the first and last character share bits with their neighbours and are left out.
 */
function within(text: string, before: number, encoding: 'base64' | 'base64url'): string {
  const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text)])
  return bytes.toString(encoding).slice(Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6))
}
