import { readToken } from '../../recording/token/json-web-token.ts'
import type { JsonObject } from '../../shared/json/object.ts'
import { pointerOf } from '../../shared/json/pointer.ts'
import type { ChangeKind } from './classes.ts'
import type { Difference } from './difference.ts'
import { kindForPeople } from './for-people.ts'
import { type Keyed, keyed } from './lists.ts'
import { namespaceOf } from './namespace.ts'
import type { Pairing } from './pairing.ts'
import { sameText } from './same-text.ts'
import { shown } from './shown.ts'
import { tokenFacts } from './token-facts.ts'
import { formOf, skeletonOf, tokenForm } from './value-form.ts'

/** The context in which two values are compared. */
export interface Circumstances {
  readonly pairing: Pairing
  /** The times of the two responses by their own clocks, in milliseconds. */
  readonly now: readonly [before: number, after: number]
  /** True if the response is a login's; its text is a token, whatever it looks like. */
  readonly isLogin: boolean
  /** True if the body is a refusal's. */
  readonly isRefusal: boolean
  /** True if the body is an OpenAPI document. */
  readonly isDocument: boolean
  /** The token lifetimes found in the two runs, in seconds, if known. */
  readonly lifetimes: readonly [before: number | undefined, after: number | undefined]
}

/** Returns the differences between two JSON values, by JSON pointer. */
export function compareValues(before: unknown, after: unknown, circumstances: Circumstances): Difference[] {
  return compare(before, after, '', undefined, circumstances).map((one) => {
    const kind = isOwnLifetime(one, circumstances) ? 'lifetime' : kindForPeople(one.place, circumstances.isDocument)
    return kind ? { ...one, kind } : one
  })
}

/** True if each token's lifetime is that of the other tokens of its shop: the shops are configured differently. */
function isOwnLifetime({ place, before, after }: Difference, { lifetimes: [b, a] }: Circumstances): boolean {
  return place.endsWith('/exp - iat') && before === shown(`${b} s`) && after === shown(`${a} s`)
}

function compare(
  b: unknown,
  a: unknown,
  place: string,
  parent: JsonObject | undefined,
  now: Circumstances,
): Difference[] {
  const types = [typeOf(b), typeOf(a)] as const
  if (types[0] !== types[1]) return [difference(kindOfTypes(types), place, aKind(types[0]), aKind(types[1]))]
  if (Array.isArray(b)) return compareLists(b, a as unknown[], place, now)
  if (types[0] === 'object') return compareObjects(b as JsonObject, a as JsonObject, place, now)
  if (place === '' && now.isLogin && typeof b === 'string') return compareTokens(b, a as string, place, now)
  const namespace = namespaceOf(place, parent)
  if (namespace && isCounted(b) === isCounted(a)) {
    const isSame =
      now.pairing.agree(namespace, String(b), String(a)) || b === a || now.pairing.known(String(b), String(a))
    return isSame ? [] : [difference('identity', place, `the same ${namespace}`, 'another')]
  }
  return typeof b === 'string' ? compareTexts(b, a as string, place, now) : compareScalars(b, a, place, now)
}

/** True for an id that an installation increments, as number or text. */
const isCounted = (value: unknown) => /^\d+$/.test(String(value))

function compareObjects(b: JsonObject, a: JsonObject, place: string, now: Circumstances): Difference[] {
  const names = [...new Set([...Object.keys(b), ...Object.keys(a)])]
  return names.flatMap((name) => {
    const at = place + pointerOf(name)
    if (!Object.hasOwn(a, name)) return [difference('field gone', at, shown(b[name], name), 'nothing')]
    if (!Object.hasOwn(b, name)) return [difference('field new', at, 'nothing', shown(a[name], name))]
    return compare(b[name], a[name], at, b, now)
  })
}

function compareLists(b: readonly unknown[], a: readonly unknown[], place: string, now: Circumstances): Difference[] {
  const known = keyed(b, a)
  return known ? compareKeyed(...known, place, now) : compareByPlace(b, a, place, now)
}

/** Reports missing entries once for the whole list. */
function compareKeyed(b: Keyed, a: Keyed, place: string, now: Circumstances): Difference[] {
  const [known, found] = [[...b.entries.keys()], [...a.entries.keys()]]
  const gone = known.filter((key) => !a.entries.has(key))
  const added = found.filter((key) => !b.entries.has(key))
  const both = known.filter((key) => a.entries.has(key))
  const isOrdered = found.filter((key) => b.entries.has(key)).every((key, index) => key === both[index])
  const named = (missing: readonly string[]) => `${b.field} ${shown(missing).slice(1, -1)}`
  return [
    ...(gone.length ? [difference('entry gone', `${place}/*`, named(gone), 'nothing')] : []),
    ...(added.length ? [difference('entry new', `${place}/*`, 'nothing', named(added))] : []),
    ...(isOrdered ? [] : [difference('order', place, 'the order it was', 'another order')]),
    ...both.flatMap((key) => compare(b.entries.get(key), a.entries.get(key), `${place}/*`, undefined, now)),
  ]
}

function compareByPlace(b: readonly unknown[], a: readonly unknown[], place: string, now: Circumstances): Difference[] {
  if (b.length !== a.length) return [difference('length', place, entries(b.length), entries(a.length))]
  const [known, found] = [b.map(identifying), a.map(identifying)]
  const isOther = known.some((entry, index) => entry !== found[index])
  if (isOther && [...known].sort().join('\n') === [...found].sort().join('\n'))
    return [difference('order', place, 'the order it was', 'another order')]
  return b.flatMap((entry, index) => compare(entry, a[index], `${place}/*`, undefined, now))
}

/** Serializes an entry without varying values, to find the same entry at another index. */
function identifying(entry: unknown): string {
  return JSON.stringify(entry, (key, value) => {
    if (key === 'id' || key.endsWith('_id')) return typeof value
    return typeof value === 'string' ? skeletonOf(value).skeleton : value
  })
}

function compareTexts(b: string, a: string, place: string, now: Circumstances): Difference[] {
  if (b === a) return []
  if (now.pairing.known(b, a)) return []
  const [before, after] = [formOf(b, now.now[0]), formOf(a, now.now[1])]
  if (before !== after) {
    if (before && after) return [difference('format', place, before, after)]
    return [difference(kindAt(place, now), place, worded(before, b), worded(after, a))]
  }
  if (before === 'a JSON Web Token') return compareTokens(b, a, place, now)
  if (before?.startsWith('an e-mail address'))
    return agreeOnAddress(b, a, now) ? [] : [difference('identity', place, 'the same e-mail address', 'another')]
  if (before) return []
  return sameText(b, a, now) ? [] : [difference(kindAt(place, now), place, shown(b), shown(a))]
}

/** Compared with a text that is no token, a text in the form of an opaque token is just a text of that length. */
const worded = (form: string | undefined, text: string) =>
  form && !form.startsWith('an opaque token') ? form : JSON.stringify(text)

const agreeOnAddress = (b: string, a: string, { pairing }: Circumstances) =>
  pairing.translate(b) === a || pairing.agree('email', b.toLowerCase(), a.toLowerCase())

function compareScalars(b: unknown, a: unknown, place: string, now: Circumstances): Difference[] {
  if (b === a || now.pairing.known(String(b), String(a))) return []
  return [difference(kindAt(place, now), place, shown(b), shown(a))]
}

/** Compares headers and claims. Of times, it compares only whether they are current, and the lifetime. */
function compareTokens(b: string, a: string, place: string, now: Circumstances): Difference[] {
  const forms = [tokenForm(b), tokenForm(a)] as const
  if (forms[0] !== forms[1]) return [difference('format', place, ...forms)]
  const [before, after] = [readToken(b), readToken(a)]
  if (!before || !after) return []
  const within = { ...now, isLogin: false }
  return compare(tokenFacts(before, now.now[0]), tokenFacts(after, now.now[1]), `${place}/token`, undefined, within)
}

function kindAt(place: string, { isRefusal }: Circumstances): ChangeKind {
  if (place.endsWith('/description')) return 'page'
  return isRefusal && /^(\/errors\/\*)?\/message$/.test(place) ? 'message' : 'value'
}

function kindOfTypes([before, after]: readonly [string, string]): ChangeKind {
  if (after === 'null') return 'became null'
  return before === 'null' ? 'no longer null' : 'type'
}

const difference = (kind: ChangeKind, place: string, before: string, after: string): Difference => ({
  kind,
  place: place || 'the body',
  before,
  after,
})

const aKind = (type: string) => (type === 'null' ? 'null' : type === 'object' ? 'an object' : `a ${type}`)
const typeOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value)
const entries = (count: number) => `${count} ${count === 1 ? 'entry' : 'entries'}`
