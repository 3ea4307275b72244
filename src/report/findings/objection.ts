import { decodedHtml, differenceOf } from './difference.ts'
import type { Objecting } from './finding.ts'

/**
 * Returns a requirement's objection in a form that does not vary between runs: the place, and how the value differs.
 * `status 401>200`, `header location missing`, `/addresses missing`, `/firstname lower`, `mail 1>0`; `blocked` if it
 * could not be tested.
 */
export function objectionOf({ verdict, place, expected = '', actual = '' }: Objecting): string {
  if (verdict === 'blocked') return 'blocked'
  return `${placeOf(place)} ${cameOf(place, expected, actual)}`
}

/** Replaces list indexes in a pointer, as they differ between runs. */
const placeOf = (place: string | undefined) =>
  place === undefined ? 'other' : place === '' ? 'body' : place.replace(/\/\d+(?=\/|$)/g, '/#')

/** True if the objection is to the response as a whole, which its status describes. */
export const isOfWhole = (place: string | undefined): boolean =>
  place === 'status' || place === 'body' || place === '' || place === undefined

/** Ways in which an API differs as a whole: reported as one finding, however many fields show it. */
export const rewritten = { inside: 'missing-inside', renamed: 'missing-renamed', types: 'type' } as const

/** Returns a word for how the actual value differs from the expected one. */
function cameOf(place: string | undefined, expected: string, actual: string): string {
  if (place === 'mail') return mailsIn(expected, actual)
  if (/but the whole is inside of|^\d{3}[^{]*\{"(data|result|response|payload)":/.test(actual)) return rewritten.inside
  if (/but there is `/.test(actual)) return rewritten.renamed
  if (isMissing.test(actual)) return 'missing'
  if (/^\S+ must be (string|integer|number|boolean|array|object|null)\b/.test(actual)) return rewritten.types
  const where = place === undefined ? / in the (body|header)\b/.exec(actual)?.[1] : undefined
  if (where) return `in-${where}`
  const shown = /\bto show the (\S+) that REST answers/.exec(expected)?.[1]
  if (shown) return `not-shown:${shown}${escapedIn(expected, actual)}`
  const status = statusIn(actual)
  if (/^no JSON: /.test(actual) || /^a JSON body/.test(expected)) return `unreadable-${status ?? ''}`
  if (status && isOfWhole(place)) return `${statusIn(expected) ?? ''}>${status}${bodyIn(actual)}`
  if (/^a redirect\b/.test(actual)) return 'redirect'
  if (/^(nothing there|no |none\b|an answer without)/.test(expected)) return 'extra'
  return /^(null|""|\[\]|\{\}|true|false)$/.exec(actual)?.[1] ?? differenceOf(expected, actual).word
}

/** Returns `-html` if a page shows the expected text as it is written in HTML. */
function escapedIn(expected: string, actual: string): string {
  const [wanted = '', came = ''] = [expected, actual].map((text) => /“(.*)”$/.exec(text)?.[1])
  return wanted !== '' && !came.includes(wanted) && decodedHtml(came).includes(wanted) ? '-html' : ''
}

const isMissing =
  /^(nothing there(, but .* is in `\w+`)?|no such header|none|nothing|undefined)$|^no \w+$|is missing|\bwith no link\b/

/** Returns expected and actual number of mails, or the defect of a link; `addressee` for anything else. */
function mailsIn(expected: string, actual: string): string {
  const link = linkIn(expected, actual)
  if (link) return link
  const [wanted, came] = [expected, actual].map((text) => /^(\d+) (?:mail|after)/.exec(text)?.[1])
  return came === undefined ? 'addressee' : `${wanted ?? ''}>${came}`
}

/** Returns the last part of the path of the link that a mail has instead: `:confirm`. */
function pageIn(actual: string): string {
  const page = /link\(s\) \S*?\/(\w+)\/?\?/.exec(actual)?.[1]
  return page ? `:${page}` : ''
}

/**
 * Returns the defect of a link: missing, another page, other parameters, or a value of another form; undefined if the
 * objection is not about a link.
 */
function linkIn(expected: string, actual: string): string | undefined {
  if (/ with a link that carries "/.test(expected))
    return /^\d+ mail/.test(actual)
      ? undefined
      : / with no link/.test(actual)
        ? 'no-link'
        : `other-link${pageIn(actual)}`
  const [, page, parameters] = /^a link to …(\S+) with (.*)/.exec(expected) ?? []
  if (page) {
    const [, path = '', carried = ''] = /^(\S*) with (.*)/.exec(actual) ?? []
    return path.endsWith(page)
      ? carried === parameters
        ? 'changed'
        : `parameters:${carried.replaceAll(', ', ',')}`
      : 'page'
  }
  const name = /^a link with (\w+)=/.exec(expected)?.[1]
  if (name === undefined) return undefined
  const value = actual.startsWith(`${name}=`) ? actual.slice(name.length + 1) : undefined
  return value === undefined ? `without:${name}` : `${name}:${formOf(value)}`
}

/**
 * Describes the form of a token: a number, shorter or longer than 32 characters, or with characters other than letters
 * and digits.
 */
const formOf = (value: string) =>
  /^\d+$/.test(value)
    ? 'number'
    : /[^A-Za-z0-9]/.test(value)
      ? 'signs'
      : value.length < 32
        ? 'short'
        : value.length > 32
          ? 'long'
          : 'other'

/** Finds the status in a description of a response or an expectation. */
const statusIn = (text: string) =>
  (/^(?:no JSON: |the status |status )?(\d{3})(?=[ ,;]|$)/.exec(text) ??
    /\b(?:status|answer as "[^"]*":) (\d{3})\b/.exec(text))?.[1]

/** Finds the message of a refusal in a description of a response. */
export const messageIn = (actual: string): string | undefined => /\{"message":("(?:[^"\\]|\\.)*")/.exec(actual)?.[1]

/** Returns the statuses if one replaced another and at least one is an error: `400>422`; else undefined. */
export const otherStatus = (objection: string): string | undefined =>
  /^status (\d{3}>[45]\d\d|[45]\d\d>\d{3})/.exec(objection)?.[1]

const longestMessage = 40

/** Returns the message of a refusal without varying parts, or the type of the body. */
function bodyIn(actual: string): string {
  const message = messageIn(actual)
  if (message) return `:${message.replace(/[^A-Za-z%]+/g, '-').slice(0, longestMessage)}`
  const value = /^\d{3}[^{["\d-]*?(?: (true|false|null|\[\]|\{|\[|"))/.exec(actual)?.[1]
  return value ? `:${value}` : ''
}
