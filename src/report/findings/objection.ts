import type { Objecting } from './finding.ts'

/**
 * What a requirement objects to, in a form that two runs share: the place, and what kind of thing came there.
 * `status 404`, `header location missing`, `/addresses missing`, `/firstname other`, `mail 0`; `blocked` where it could
 * not be asked.
 */
export function objectionOf({ verdict, place, actual = '' }: Objecting): string {
  if (verdict === 'blocked') return 'blocked'
  return `${placeOf(place)} ${cameOf(actual)}`
}

/** A pointer without the numbers of lists, which differ from run to run. */
const placeOf = (place: string | undefined) =>
  place === undefined ? 'other' : place === '' ? 'body' : place.replace(/\/\d+(?=\/|$)/g, '/#')

function cameOf(actual: string): string {
  const start = /^(?:no JSON: )?(\d{3})(?= |$)/.exec(actual)?.[1] ?? /^(\d+) after/.exec(actual)?.[1]
  if (start) return start
  if (/^(nothing there|no such header|none)$|is missing/.test(actual)) return 'missing'
  return /^(null|""|\[\]|\{\})$/.exec(actual)?.[1] ?? 'other'
}
