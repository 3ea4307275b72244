type Write = (text: string) => string

const json: Write = (text) => JSON.stringify(text).slice(1, -1)
const phpJson: Write = (text) =>
  json(text)
    .replaceAll('/', '\\/')
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
const html: Write = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** As a page's text is written when it is put together again: quotation marks need no escape there. */
const htmlText: Write = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** As a value of an attribute is: there the brackets need none. */
const htmlAttribute: Write = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

/** As a form sends it. */
const form: Write = (text) => new URLSearchParams({ '': text }).toString().slice(1)

/** How a text is written in the bodies and pages that servers answer with, and in the forms that they are sent. */
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

/** How any of these is packed for transport, alone or as a part of something longer. */
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
 * Returns every form of a secret that an answer may contain, each with the replacement in the same form, the longest
 * first within a kind.
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
 * What of a text shows in the base64 of something longer: that depends on how many bytes stand before it, by threes;
 * the first and last character share bits with the neighbours and are left out.
 */
function within(text: string, before: number, encoding: 'base64' | 'base64url'): string {
  const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text)])
  return bytes.toString(encoding).slice(Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6))
}
