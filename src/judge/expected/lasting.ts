/** Stands for any text in what an expected failure accepts. */
const anything = '…'

/** As much of a long text is kept as surely is the same when ids and addresses are shorter or longer. */
const longest = 160
const unsure = 40

const idName = String.raw`(?:\w+_)?id|default_billing|default_shipping|fieldValue`
const constant = '(?!group_id|store_id|website_id|region_id|country_id)'
const idField = new RegExp(`/${constant}(?:${idName})$`)

/** What differs from run to run inside a text, and what stands in its place. */
const varying: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]+/g, anything],
  [/\b\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?Z?/g, anything],
  [/\b[A-Z][a-z]{2}, \d\d[ -][A-Z][a-z]{2}[ -]\d{4} \d\d:\d\d:\d\d GMT\b/g, anything],
  [/[^\s"'<>=/:,@]+(?:@|%40)[\w.-]+\.[A-Za-z]+/g, anything],
  // Tokens, keys, passwords, numbers of reports: long, and of letters and digits.
  [/(?=[^\s"'<>,:;]*\d)(?=[^\s"'<>,:;]*[A-Za-z])[^\s"'<>,:;/()[\]{}…]{16,}/g, anything],
  [/\b[A-Za-z0-9]{32,}\b/g, anything],
  [new RegExp(`("${constant}(?:${idName})":"?)\\d+`, 'g'), `$1${anything}`],
  [/\bid=\d+/g, `id=${anything}`],
  [/^\d+(?= at \/\S*id$)/, anything],
  // How many other mails came meanwhile, and which.
  [/; \d+ mail\(s\).*$/, anything],
  // Times of the day, moments and durations.
  [/\b\d{10,13}\b/g, anything],
  [/\b\d+(?:\.\d+)?(?= ?(?:ms|s|seconds?|minutes?|hours?)\b)/g, anything],
]

/**
 * Returns the part of a failure that is the same in the next run, to be written as `actual`.
 * @param actual of a judged requirement, or why it is blocked
 * @param place where in the answer the failure is; an id there differs in the next run
 */
export function lasting(actual: string, place = ''): string {
  if (idField.test(place) && /^"?\d+(?:\.0)?"?$/.test(actual)) return anything
  const whole = actual.replace(/…(?: \(\d+ characters\))?$/, '')
  const masked = varying.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), whole)
  const sure = whole === actual ? masked : masked.slice(0, -unsure)
  return whole === actual && sure.length <= longest ? sure : `${sure.slice(0, longest)}${anything}`
}

/**
 * Whether a failure is the accepted one.
 * @param accepted the text in the file; `…` matches any text, also an empty one
 */
export function isSame(accepted: string, actual: string): boolean {
  const parts = accepted.split(anything).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('[^]*?')}$`).test(actual)
}
