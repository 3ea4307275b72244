import { readToken } from '../../recording/token/json-web-token.ts'

/**
 * Days around a response within which a time counts as the current time, for all time zones. Other times are compared.
 */
const days = 2

const forms: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['a time YYYY-MM-DD hh:mm:ss', /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/],
  ['a time YYYY-MM-DDThh:mm:ss', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)?$/],
  ['a time in HTTP’s form', /^[A-Z][a-z]{2}, \d\d[ -][A-Z][a-z]{2}[ -]\d{4} \d\d:\d\d:\d\d GMT$/],
  ['an opaque token of 32 small letters and digits', /^[a-z0-9]{32}$/],
  ['an opaque token of 32 letters and digits', /^[A-Za-z0-9]{32}$/],
  ['a UUID', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i],
  ['a hash of 64 hexadecimal digits', /^[0-9a-f]{64}$/],
  ['an e-mail address in small letters', /^[^\s@"<>A-Z]+@[^\s@"<>A-Z]+\.[a-z]+$/],
  ['an e-mail address with capitals', /^[^\s@"<>]+@[^\s@"<>]+\.[A-Za-z]+$/],
]

/** Varying parts of texts, and their placeholders. */
const insideTexts: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['<token>', /\beyJ[\w-]+\.[\w-]+\.[\w-]+/g],
  ['<time>', /\b\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d\b/g],
  ['<date>', /\b[A-Z][a-z]{2}, \d\d[ -][A-Z][a-z]{2}[ -]\d{4} \d\d:\d\d:\d\d GMT\b/g],
  ['<address>', /[^\s@"'<>=/:,]+(?:@|%40)[\w.-]+\.[A-Za-z]+/g],
  ['<uuid>', /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi],
  ['<hash>', /\b[0-9a-f]{64}\b/g],
  ['<key>', /\b[A-Za-z0-9]{32}\b/g],
  ['webapi-<report>', /\bwebapi-[0-9a-f]{13}\b/g],
]

/**
 * Returns the form of a text that varies between runs; undefined for one that should be equal.
 * @param now milliseconds: the time of the response by its own clock
 */
export function formOf(text: string, now: number): string | undefined {
  if (readToken(text)) return 'a JSON Web Token'
  const name = forms.find(([, pattern]) => pattern.test(text))?.[0]
  if (!name?.startsWith('a time')) return name
  return isNow(Date.parse(name.includes('MM-DD hh') ? `${text.replace(' ', 'T')}Z` : text), now) ? name : undefined
}

/** True if a time in milliseconds is close to that of the response. */
export const isNow = (time: number, now: number): boolean => Math.abs(time - now) < days * 86_400_000

/** Returns the text with placeholders for varying parts, and these parts in order. */
export function skeletonOf(text: string): { readonly skeleton: string; readonly varying: readonly string[] } {
  const varying: string[] = []
  const skeleton = insideTexts.reduce(
    (all, [name, pattern]) =>
      all.replace(pattern, (found) => {
        varying.push(found)
        return name
      }),
    text,
  )
  return { skeleton, varying }
}

const alphabets: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['hexadecimal digits', /^[0-9a-f]*$/],
  ['small letters and digits', /^[a-z0-9]*$/],
  ['capital letters and digits', /^[A-Z0-9]*$/],
  ['letters and digits', /^[A-Za-z0-9]*$/],
]

/** Describes the form of a login's token, of any form. */
export function tokenForm(text: string): string {
  if (readToken(text)) return 'a JSON Web Token'
  const alphabet = alphabets.find(([, pattern]) => pattern.test(text))?.[0] ?? 'characters'
  return `an opaque token of ${text.length} ${alphabet}`
}
