/**
 * How the actual value differs from the expected one: a word that is the same in each run, and a phrase for the reader.
 */
export interface Kind {
  readonly word: string
  readonly told?: string
}

/** Returns how two values differ; both are JSON at the beginning of a text. */
export function differenceOf(expected: string, actual: string): Kind {
  if (actual.endsWith(', as before the update')) return { word: 'kept' }
  if (/^an empty list\b/.test(actual)) return { word: 'empty' }
  if (/^an empty list\b/.test(expected)) return { word: 'extra' }
  const [wanted, came] = [valueIn(expected), valueIn(actual)]
  if (came === undefined) return { word: 'changed' }
  if (wanted === undefined) {
    const time = timeForm(expected, came.value)
    if (time) return time
    const type = /^an? (string|integer|boolean|object|array|list)\b/.exec(expected)?.[1]
    return type ? { word: 'type', told: `not ${withArticle(type)}` } : { word: 'changed' }
  }
  const simple = [wanted.value, came.value].map(plain)
  if (simple[0] !== undefined && simple[0] === simple[1] && typeof wanted.value !== typeof came.value)
    return {
      word: 'type',
      told: `as ${withArticle(typeIn(came.value))} in place of ${withArticle(typeIn(wanted.value))}`,
    }
  if (typeIn(wanted.value) !== typeIn(came.value)) return { word: 'type' }
  if (Array.isArray(wanted.value)) return listDifference(wanted.value, came.value as unknown[])
  if (typeof wanted.value === 'string') return textDifference(wanted.value, came.value as string)
  if (typeof wanted.value === 'number') return numberDifference(wanted.value, came.value as number)
  return { word: 'changed' }
}

/** Returns the form of a time, if it is another one than the database’s: `2026-01-01 10:00:00`. */
function timeForm(expected: string, came: unknown): Kind | undefined {
  if (!/^within .* of /.test(expected)) return undefined
  if (/^\d{4}-\d\d-\d\dT/.test(String(came))) return { word: 'iso', told: 'in the form of ISO 8601' }
  return typeof came === 'number' || /^\d{9,}$/.test(String(came))
    ? { word: 'unix', told: 'as a number of seconds or milliseconds since 1970' }
    : undefined
}

/** Returns how two lists differ. An empty one may stand for one that was cut in the text. */
function listDifference(wanted: readonly unknown[], came: readonly unknown[]): Kind {
  if (wanted.length === 0 || came.length === 0) return { word: 'changed' }
  const [all, got] = [wanted, came].map((list) => list.map((one) => JSON.stringify(one)))
  const left = lacking(all as string[], got as string[])
  const more = lacking(got as string[], all as string[])
  if (more.length === 0)
    return left.length === 0
      ? { word: 'reordered', told: 'in another order' }
      : { word: 'fewer', told: `${came.length} of ${wanted.length} entries` }
  if (left.length === 0) return { word: 'more', told: `${more.length} more than expected` }
  const [only] = came
  if (came.length === 1 && wanted.length > 1 && wanted.every((one) => String(only).includes(String(one))))
    return { word: 'joined', told: 'in one entry' }
  const kinds = wanted.map((one, index) => differenceOf(JSON.stringify(one), JSON.stringify(came[index] ?? null)))
  const [kind, ...others] = kinds.filter((_, index) => all?.[index] !== got?.[index])
  return kind && others.every(({ word }) => word === kind.word) ? kind : { word: 'changed' }
}

/** Returns the entries of a list that another one lacks. */
function lacking(all: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return all.filter((one) => {
    const at = left.indexOf(one)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

function textDifference(wanted: string, came: string): Kind {
  const dated = dateDifference(wanted, came)
  if (dated) return dated
  const tests: readonly (readonly [holds: boolean, kind: Kind])[] = [
    [decodedHtml(came) === wanted, { word: 'html', told: 'HTML-encoded' }],
    [decodedHtml(decodedHtml(came)) === wanted, { word: 'html', told: 'HTML-encoded twice' }],
    [came !== wanted && unquoted(came) === wanted, { word: 'url', told: 'URL-encoded' }],
    [came === wanted.toLowerCase(), { word: 'lower', told: 'in lower case' }],
    [came === wanted.toUpperCase(), { word: 'upper', told: 'in capitals' }],
    [came.toLowerCase() === wanted.toLowerCase(), { word: 'case', told: 'in other letter case' }],
    [came === '', { word: 'empty', told: 'empty' }],
    [came.trim() === wanted.trim(), { word: 'blanks', told: 'with other spaces around it' }],
    [spaced(came) === spaced(wanted), { word: 'blanks', told: 'with other spaces in it' }],
    [came.normalize() === wanted.normalize(), { word: 'accents', told: 'in another Unicode form' }],
    [came === withoutMarks(wanted), { word: 'accents', told: 'without its accents' }],
    [isMisread(came, wanted), { word: 'misread', told: 'its UTF-8 read as Latin-1' }],
    [wanted.replace(/^0+/, '') === came, { word: 'beheaded', told: 'without its leading zeros' }],
    [wanted.startsWith(came), { word: 'cut', told: `cut off after ${came.length} characters` }],
    [wanted.endsWith(came), { word: 'beheaded', told: 'without its beginning' }],
    // For ids, 10 is not 1 with something appended.
    [[wanted, came].every((text) => /^\d+$/.test(text)), { word: 'changed' }],
    [came.startsWith(wanted), { word: 'longer', told: 'with something after it' }],
    [came.endsWith(wanted), { word: 'longer', told: 'with something before it' }],
    [snakeCase(wanted) === came, { word: 'reformatted', told: 'in snake_case' }],
    [snakeCase(came) === wanted, { word: 'reformatted', told: 'in camelCase' }],
    [bare(came) === bare(wanted), { word: 'reformatted', told: 'in another form' }],
    [plainLetters(came) === plainLetters(wanted), { word: 'accents', told: 'with letters replaced' }],
    [sorted(came) === sorted(wanted), { word: 'reordered', told: 'in another order' }],
  ]
  return tests.find(([holds]) => holds)?.[1] ?? { word: 'changed' }
}

const units: readonly (readonly [seconds: number, name: string])[] = [
  [86400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
]

function dateDifference(wanted: string, came: string): Kind | undefined {
  const [one, other] = [wanted, came].map(timeIn)
  if (one === undefined || other === undefined || Number.isNaN(one) || Number.isNaN(other)) return undefined
  if (one === other) return { word: 'reformatted', told: 'in another form' }
  if (swapped(wanted) === came) return { word: 'swapped', told: 'with day and month swapped' }
  const seconds = Math.round(Math.abs(one - other) / 1000)
  const [length, unit] = units.find(([size]) => seconds % size === 0 || seconds > 2 * size) ?? [1, 'second']
  const count = Math.round(seconds / length)
  return { word: 'moved', told: `${count} ${unit}${count === 1 ? '' : 's'} ${other < one ? 'earlier' : 'later'}` }
}

/** Parses a date or time in the database's format; milliseconds since 1970. */
function timeIn(text: string): number {
  const [, day, time = '00:00:00'] = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d:\d\d))?/.exec(text) ?? []
  return day ? Date.parse(`${day}T${time}Z`) : Number.NaN
}

function numberDifference(wanted: number, came: number): Kind {
  const ratio = came / wanted
  const isTelling = Number.isInteger(ratio) && ratio > 1 && wanted >= 10
  return { word: came > wanted ? 'more' : 'less', ...(isTelling ? { told: `${ratio} times as much` } : {}) }
}

/** Parses the JSON value at the beginning of a text. */
function valueIn(told: string): { readonly value: unknown } | undefined {
  const text = told.replace(/^\d+ entries: /, '').replace(/^the customers ([\d, ]*\d).*/, '[$1]')
  const list = /^\[.*\]/.exec(text)?.[0]
  if (list) return parsed(list) ?? { value: [] }
  const start = /^(?:"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?=[\s,;]|$)|true|false|null)/.exec(text)?.[0]
  if (start === undefined) return /^\[/.test(text) ? { value: [] } : /^\{/.test(text) ? { value: {} } : undefined
  return parsed(start)
}

function parsed(json: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(json) as unknown }
  } catch {
    return undefined
  }
}

const plain = (value: unknown) =>
  ['string', 'number', 'boolean'].includes(typeof value)
    ? String(value === true ? 1 : value === false ? 0 : value)
    : undefined

const typeIn = (value: unknown) => (Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value)
const withArticle = (type: string) => (type === 'null' ? type : `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`)

export const decodedHtml = (text: string) =>
  text
    .replace(/&(#0*39|apos);/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')

function unquoted(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

const swapped = (date: string) => date.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$1-$3-$2')

/** True if a text shows what becomes of UTF-8 that is read as Latin-1 or Windows-1252: two or three letters for one. */
const isMisread = (text: string, wanted: string) =>
  text.length > wanted.length && misreadLetters.test(text) && !misreadLetters.test(wanted)

const misreadLetters = /[\u00c2-\u00df][\u0080-\u00bf\u2013-\u2122\u0152-\u0178\u0192\u02c6\u02dc]|â€/

const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
const spaced = (text: string) => text.replace(/\s+/g, ' ')
const snakeCase = (text: string) => text.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const withoutMarks = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').normalize()
const plainLetters = (text: string) => withoutMarks(text).replace(/[^\x20-\x7e]/g, '?')
const sorted = (text: string) => [...text].sort().join('')
