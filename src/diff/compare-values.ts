import type { JsonObject } from '../json/object.ts'
import { pointerOf } from '../json/pointer.ts'
import { readToken } from '../token/json-web-token.ts'
import type { ChangeKind } from './classes.ts'
import type { Difference } from './difference.ts'
import type { Namespace, Pairing } from './pairing.ts'
import { formOf, isNow, skeletonOf, tokenForm } from './value-form.ts'

/** What two values are compared in the light of. */
export interface Circumstances {
  readonly pairing: Pairing
  /** The times of the two answers by their own clocks, in milliseconds. */
  readonly now: readonly [before: number, after: number]
  /** Whether the answer is a login's, which is a token whatever it looks like. */
  readonly isLogin: boolean
  /** Whether the body is that of a refusal. */
  readonly isRefusal: boolean
}

/** What differs between two JSON values, place by place. */
export function compareValues(before: unknown, after: unknown, circumstances: Circumstances): Difference[] {
  return compare(before, after, '', undefined, circumstances)
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
  if (namespace && b !== a)
    return now.pairing.agree(namespace, String(b), String(a)) || now.pairing.known(String(b), String(a))
      ? []
      : [difference('identity', place, `the same ${namespace}`, 'another')]
  if (namespace) {
    now.pairing.agree(namespace, String(b), String(a))
    return []
  }
  return typeof b === 'string' ? compareTexts(b, a as string, place, now) : compareScalars(b, a, place, now)
}

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
  if (b.length !== a.length) return [difference('length', place, entries(b.length), entries(a.length))]
  const [known, found] = [b.map(identifying), a.map(identifying)]
  const isOther = known.some((entry, index) => entry !== found[index])
  if (isOther && [...known].sort().join('\n') === [...found].sort().join('\n'))
    return [difference('order', place, 'the order it was', 'another order')]
  return b.flatMap((entry, index) => compare(entry, a[index], `${place}/*`, undefined, now))
}

/** An entry without what varies, so that the same one is found at another place of the list. */
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

/** Beside a text that is none, what has the form of a token is a text that happens to be as long. */
const worded = (form: string | undefined, text: string) =>
  form && !form.startsWith('an opaque token') ? form : JSON.stringify(text)

const agreeOnAddress = (b: string, a: string, { pairing }: Circumstances) =>
  pairing.translate(b) === a || pairing.agree('email', b.toLowerCase(), a.toLowerCase())

/** Whether two texts say the same of what varies. */
export function sameText(b: string, a: string, { pairing }: Pick<Circumstances, 'pairing'>): boolean {
  if (b === a) return true
  const [before, after] = [skeletonOf(pairing.translate(b)), skeletonOf(a)]
  if (before.skeleton === after.skeleton) return true
  const digits = /\d+/g
  const numbers = [before.skeleton.match(digits) ?? [], after.skeleton.match(digits) ?? []] as const
  return (
    before.skeleton.replace(digits, '#') === after.skeleton.replace(digits, '#') &&
    numbers[0].every(
      (number, index) => number === numbers[1][index] || pairing.known(number, numbers[1][index] as string),
    )
  )
}

function compareScalars(b: unknown, a: unknown, place: string, now: Circumstances): Difference[] {
  if (b === a || now.pairing.known(String(b), String(a))) return []
  return [difference(kindAt(place, now), place, shown(b), shown(a))]
}

/** Header and claims; of the times, that they are of now, and how long the token lives. */
function compareTokens(b: string, a: string, place: string, now: Circumstances): Difference[] {
  const forms = [tokenForm(b), tokenForm(a)] as const
  if (forms[0] !== forms[1]) return [difference('format', place, ...forms)]
  const [before, after] = [readToken(b), readToken(a)]
  if (!before || !after) return []
  const within = { ...now, isLogin: false }
  return compare(plain(before, now.now[0]), plain(after, now.now[1]), `${place}/token`, undefined, within)
}

function plain({ header, claims }: { header: JsonObject; claims: JsonObject }, now: number): JsonObject {
  const { iat, exp, ...rest } = claims
  const time = (value: unknown) => (typeof value === 'number' && isNow(value * 1000, now) ? 'a time in seconds' : value)
  const times =
    typeof iat === 'number' && typeof exp === 'number' ? { 'exp - iat': lifetime(exp - iat) } : { exp: time(exp) }
  return {
    header,
    claims: { ...rest, ...(iat === undefined ? {} : { iat: time(iat) }), ...(exp === undefined ? {} : times) },
  }
}

/** No shop means as many seconds as that: it is a time in another unit, which is another one in every token. */
const longestLife = 10 * 365 * 86_400
const lifetime = (seconds: number) => (Math.abs(seconds) > longestLife ? 'more than ten years' : `${seconds} s`)

/** Whose id a place holds. */
function namespaceOf(place: string, parent: JsonObject | undefined): Namespace | undefined {
  const name = place.slice(place.lastIndexOf('/') + 1)
  if (name === 'default_billing' || name === 'default_shipping')
    return parent && 'email' in parent ? 'address' : undefined
  if (name === 'customer_id' || place.endsWith('/token/claims/uid')) return 'customer'
  if (name !== 'id' || !parent) return undefined
  if (place.endsWith('/addresses/*/id')) return 'address'
  if ('customer_id' in parent) return 'address'
  return ['email', 'group_id', 'addresses'].some((field) => field in parent) ? 'customer' : undefined
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
const longest = 160

/**
 * A value in one line, without what varies.
 * @param name of the field it stands in: an id is shown as one
 */
export function shown(value: unknown, name = ''): string {
  if (value === undefined) return 'nothing'
  const mask = (key: string, inner: unknown) => {
    if (typeof inner === 'string') return isId(key) && /^\d+$/.test(inner) ? '<id>' : skeletonOf(inner).skeleton
    return typeof inner === 'number' && isId(key) ? `<id>` : inner
  }
  const text = JSON.stringify({ [name]: value }, mask).slice(JSON.stringify({ [name]: 0 }).length - 2, -1)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

const constantIds = new Set(['group_id', 'store_id', 'website_id', 'region_id', 'country_id'])
const isId = (key: string) =>
  /(^|_)id$|^(fieldValue|default_billing|default_shipping)$/.test(key) && !constantIds.has(key)
