import type { Exchange, Header } from '../../recording/exchange.ts'
import type { ChangeKind } from './classes.ts'
import type { Difference } from './difference.ts'
import type { Pairing } from './pairing.ts'
import { sameText } from './same-text.ts'
import { skeletonOf } from './value-form.ts'

/** Headers that are not compared, with the reason. */
const passedOver: Readonly<Record<string, string>> = {
  date: 'it is the time',
  age: 'it is a time',
  'content-length': 'it follows the body',
  'content-encoding': 'it is the transport’s',
  'transfer-encoding': 'it is the transport’s',
  connection: 'it is the connection’s',
  'keep-alive': 'it is the connection’s',
  vary: 'web servers add it to what they compressed, by its length',
}

/** A header with more values than this in one run varies: only its addition or removal is compared. */
const mostValues = 8

/** Returns the headers with many different values in one run, such as a request id. */
export function varyingHeaders(exchanges: readonly Exchange[]): ReadonlySet<string> {
  const values = new Map<string, Set<string>>()
  const met = new Set<string>()
  for (const { data } of exchanges)
    for (const [name, value] of data.response.headers) {
      if (met.has(`${name}: ${value}`)) continue
      met.add(`${name}: ${value}`)
      const key = name.toLowerCase()
      const known = values.get(key) ?? new Set()
      if (known.size <= mostValues) values.set(key, known.add(skeletonOf(value).skeleton))
    }
  return new Set([...values].filter(([, known]) => known.size > mostValues).map(([name]) => name))
}

/** Returns the headers that were added, removed or changed. Cookies are compared by name and attributes. */
export function compareHeaders(
  before: readonly Header[],
  after: readonly Header[],
  pairing: Pairing,
  varying: ReadonlySet<string>,
): Difference[] {
  const [known, found] = [valuesOf(before), valuesOf(after)]
  return [...new Set([...known.keys(), ...found.keys()])].flatMap((name) => {
    const [b, a] = [known.get(name), found.get(name)]
    const tell = (kind: ChangeKind): Difference[] => [
      { kind, place: `header ${name}`, before: shownOr(b), after: shownOr(a) },
    ]
    if (a === undefined) return tell('header gone')
    if (b === undefined) return tell('header new')
    if (name === 'content-type') return compareTypes(b, a)
    return varying.has(name) || sameText(b, a, { pairing }) ? [] : tell('header value')
  })
}

function compareTypes(b: string, a: string): Difference[] {
  const [known, found] = [b, a].map((type) => type.toLowerCase().replace(/\s/g, '')) as [string, string]
  if (known === found) return []
  const isOther = known.split(';')[0] !== found.split(';')[0]
  return [{ kind: isOther ? 'media type' : 'header value', place: 'header content-type', before: b, after: a }]
}

/** Returns the values by lower-case name; each cookie has its own key. */
function valuesOf(headers: readonly Header[]): Map<string, string> {
  const values = new Map<string, string>()
  for (const [name, value] of headers) {
    const key = name.toLowerCase()
    if (key in passedOver) continue
    if (key === 'set-cookie') {
      const { cookie, attributes } = readCookie(value)
      values.set(`set-cookie ${cookie}`, attributes)
    } else values.set(key, values.has(key) ? `${values.get(key)}, ${value}` : value)
  }
  return values
}

/** Returns a cookie's name, and its attributes without expiry time and domain. */
function readCookie(value: string): { cookie: string; attributes: string } {
  const [pair = '', ...rest] = value.split(';').map((part) => part.trim())
  const cookie = pair.slice(0, Math.max(0, pair.indexOf('=')))
  const kept = rest.map((part) => part.replace(/^(expires|domain)=.*/i, '$1').toLowerCase()).sort()
  return {
    cookie,
    attributes: [...(pair.endsWith('=deleted') ? ['deleted'] : []), ...kept].join('; ') || 'no attributes',
  }
}

const shownOr = (value: string | undefined) => (value === undefined ? 'nothing' : skeletonOf(value).skeleton)
