/** Matches any text in an accepted failure text. */
const anything = '…'

/**
 * Maximum length kept of a text. At the end of a shortened text this many characters are uncertain, since ids and
 * addresses vary in length.
 */
const longest = 160
const unsure = 40

const idName = String.raw`(?:\w+_)?id|default_billing|default_shipping|fieldValue`
const constant = '(?!group_id|store_id|website_id|region_id|country_id)'
const idField = new RegExp(`/${constant}(?:${idName})$`)

/** Parts of a text that vary between runs, with replacements. */
const varying: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]+/g, anything],
  [/\b\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?Z?/g, anything],
  [/\b[A-Z][a-z]{2}, \d\d[ -][A-Z][a-z]{2}[ -]\d{4} \d\d:\d\d:\d\d GMT\b/g, anything],
  [/[^\s"'<>=/:,@]+(?:@|%40)[\w.-]+\.[A-Za-z]+/g, anything],
  // Tokens, keys, passwords, report numbers: long, with letters and digits.
  [/(?=[^\s"'<>,:;]*\d)(?=[^\s"'<>,:;]*[A-Za-z])[^\s"'<>,:;/()[\]{}…]{16,}/g, anything],
  [/\b[A-Za-z0-9]{32,}\b/g, anything],
  [new RegExp(`("${constant}(?:${idName})":"?)\\d+`, 'g'), `$1${anything}`],
  [/\bid=\d+/g, `id=${anything}`],
  [/^\d+(?= at \/\S*id$)/, anything],
  // Number and kind of other mails.
  [/; \d+ mail\(s\).*$/, anything],
  // Timestamps and durations.
  [/\b\d{10,13}\b/g, anything],
  [/\b\d+(?:\.\d+)?(?= ?(?:ms|s|seconds?|minutes?|hours?)\b)/g, anything],
]

/**
 * Returns the part of a failure text that is the same in the next run, for the field `actual`.
 * @param actual text of a judged requirement, or why it is blocked
 * @param place of the failure in the response; an id there varies
 */
export function lasting(actual: string, place = ''): string {
  if (idField.test(place) && /^"?\d+(?:\.0)?"?$/.test(actual)) return anything
  const whole = actual.replace(/…(?: \(\d+ characters\))?$/, '')
  const masked = varying.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), whole)
  const sure = whole === actual ? masked : masked.slice(0, -unsure)
  return whole === actual && sure.length <= longest ? sure : `${sure.slice(0, longest)}${anything}`
}

/**
 * True if a failure is the accepted one.
 * @param accepted the text in the file; `…` matches any text, including none
 */
export function isSame(accepted: string, actual: string): boolean {
  const parts = accepted.split(anything).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('[^]*?')}$`).test(actual)
}
