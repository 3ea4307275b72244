import type { Objecting } from './finding.ts'

/**
 * What a requirement objects to, in a form that two runs share: the place, and what kind of thing came there.
 * `status 401>200`, `header location missing`, `/addresses missing`, `/firstname changed`, `mail 1>0`; `blocked` where
 * it could not be asked.
 */
export function objectionOf({ verdict, place, expected = '', actual = '' }: Objecting): string {
  if (verdict === 'blocked') return 'blocked'
  return `${placeOf(place)} ${cameOf(place, expected, actual)}`
}

/** A pointer without the numbers of lists, which differ from run to run. */
const placeOf = (place: string | undefined) =>
  place === undefined ? 'other' : place === '' ? 'body' : place.replace(/\/\d+(?=\/|$)/g, '/#')

/** One word for how what came differs from what was expected. */
function cameOf(place: string | undefined, expected: string, actual: string): string {
  if (place === 'mail') return mailsIn(expected, actual)
  if (isMissing.test(actual)) return 'missing'
  if (/^no JSON: /.test(actual) || /^a JSON body/.test(expected)) return `unreadable-${statusIn(actual) ?? ''}`
  const status = statusIn(actual)
  if (status && (place === 'status' || place === 'body' || place === '' || place === undefined))
    return `${statusIn(expected) ?? ''}>${status}`
  if (/^a redirect\b/.test(actual)) return 'redirect'
  if (/^(nothing there|no |none\b|an answer without)/.test(expected)) return 'extra'
  return /^(null|""|\[\]|\{\}|true|false)$/.exec(actual)?.[1] ?? difference(expected, actual)
}

const isMissing = /^(nothing there|no such header|none|nothing|undefined)$|^no \w+$|is missing|\bwith no link\b/

/** How many mails came: of none or of too many the number is what tells. */
function mailsIn(expected: string, actual: string): string {
  const [wanted, came] = [expected, actual].map((text) => /^(\d+) (?:mail|after)/.exec(text)?.[1])
  return came === undefined ? 'addressee' : `${wanted ?? ''}>${came}`
}

/** The status that a text tells, as answers and expectations are put into words. */
const statusIn = (text: string) =>
  (/^(?:no JSON: |the status |status )?(\d{3})(?=[ ,;]|$)/.exec(text) ??
    /\b(?:status|answer as "[^"]*":) (\d{3})\b/.exec(text))?.[1]

/** How two values that are told as JSON differ. */
function difference(expected: string, actual: string): string {
  const [wanted, came] = [expected, actual].map(
    (text) => /^(?:"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null|\[|\{)/.exec(text)?.[0],
  )
  if (wanted === undefined || came === undefined) return /^an? (string|integer|boolean|object|array)\b/.test(expected) ? 'type' : 'changed'
  if (typeOf(wanted) !== typeOf(came)) return 'type'
  if (wanted.toLowerCase() === came.toLowerCase() && wanted !== came) return 'case'
  if (wanted.length > 3 && wanted !== came && wanted.startsWith(came.slice(0, -1))) return 'cut'
  return 'changed'
}

const typeOf = (value: string) => (/^[-\d]/.test(value) ? 'number' : /^[tf]/.test(value) ? 'boolean' : value[0])
