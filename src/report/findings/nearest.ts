import { areaOf } from '../../judge/requirement.ts'
import type { Judged, KnownFault } from './finding.ts'
import { partsOf, signatureOf } from './shows.ts'

/** Weights of what two faults may have in common, found by leave-one-out on the dictionary. */
const weights = { scenario: 5.9, area: 4.8, id: 3.4, operation: 0.85, ofArea: 0.5, objection: 0.35, ofId: 0.1 }
/** Damping exponent: ten requirements of one scenario say little more than one. */
const damping = 0.25
/** The family is voted by this many of the most similar faults, with similarity to the power of `sharpness`. */
const voters = 3
const sharpness = 8
/** Bonus for a fault of that family, and for shared objections. */
const ofFamily = 0.4
const evidence = 0.4
/** Bonus for a fault about the field that a finding shows. */
const ofField = 0.1
/** Bonus for a fault with the most frequent objection. */
const ofMost = 0.2

/** A fault and its similarity to the red requirements, from 0 to 1. */
export interface Near {
  readonly fault: KnownFault
  readonly score: number
}

/**
 * Returns the most similar fault: it breaks the same requirements, or others of the same scenarios, areas and
 * operations with the same objections. It need not explain them.
 * @param shown the requirement that shows the finding best
 */
export function nearest(
  red: readonly Judged[],
  dictionary: readonly KnownFault[],
  shown?: Pick<Judged, 'place'>,
): Near | undefined {
  const field = fieldOf(shown?.place)
  const rank = ({ fault, score }: Near) => score + (field && isAbout(fault, field) ? ofField : 0)
  const all = nearness(red, dictionary).filter(({ score }) => score > 0)
  return all.reduce<Near | undefined>((best, one) => (best && rank(one) <= rank(best) ? best : one), undefined)
}

/** Returns the name of the field that a requirement objects to. */
const fieldOf = (place: string | undefined) =>
  place?.startsWith('/') ? /[A-Za-z_]+(?=(\/\d+)*$)/.exec(place)?.[0] : undefined

const isAbout = (fault: KnownFault, field: string) =>
  [...known(fault).places].some((place) => place.endsWith(`/${field}`) || place.endsWith(`/${field}/#`))

/** Returns the similarity of each fault to the red requirements, in the order of the dictionary. */
export function nearness(red: readonly Judged[], dictionary: readonly KnownFault[]): Near[] {
  const seen = signatureOf(red)
  const [vector, places] = [vectorOf(seen), placesOf(seen.shows)]
  const [most, mostAt] = mostIn(seen.shows)
  const near = dictionary.map((fault) => ({ fault, score: product(vector, known(fault).vector) }))
  const family = familyOf(near)
  return near.map(({ fault, score }) => {
    const { places: ofFault } = known(fault)
    const same = (ofFault.has(most) ? 0.5 : 0) + (ofFault.has(mostAt) ? 0.5 : 0)
    const more = evidence * sharedPart(places, ofFault) + ofMost * same + (fault.family === family ? ofFamily : 0)
    return { fault, score: score === 0 ? 0 : (score + more) / (1 + evidence + ofMost + ofFamily) }
  })
}

/** Returns the family of the most similar faults. */
function familyOf(near: readonly Near[]): string | undefined {
  const votes = new Map<string, number>()
  for (const { fault, score } of near.toSorted((x, y) => y.score - x.score).slice(0, voters))
    votes.set(fault.family, (votes.get(fault.family) ?? 0) + score ** sharpness)
  return [...votes].sort(([, x], [, y]) => y - x)[0]?.[0]
}

/** Returns the objections, each with and without the actual value. */
const placesOf = (shows: KnownFault['shows']): ReadonlySet<string> =>
  new Set(
    Object.values(shows)
      .map((shown) => partsOf(shown).objection)
      .filter((objection) => objection !== 'blocked')
      .flatMap((objection) => [objection, objection.replace(/ \S+$/, '')]),
  )

/**
 * Returns the most frequent objection and its place; empty if it is no field, header or mail, as every refusal has a
 * status.
 */
function mostIn(shows: KnownFault['shows']): readonly [objection: string, place: string] {
  const counts = new Map<string, number>()
  for (const shown of Object.values(shows)) {
    const { objection } = partsOf(shown)
    if (/^(\/|header |mail )/.test(objection)) counts.set(objection, (counts.get(objection) ?? 0) + 1)
  }
  const [most = ''] = [...counts].sort(([, x], [, y]) => y - x)[0] ?? []
  return [most, most.replace(/ \S+$/, '')]
}

/** Returns the Jaccard index of two sets, from 0 to 1. */
function sharedPart(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [few, many] = one.size < other.size ? [one, other] : [other, one]
  let shared = 0
  for (const value of few) if (many.has(value)) shared++
  return shared / (one.size + other.size - shared || 1)
}

type Vector = ReadonlyMap<string, number>

interface Features {
  readonly vector: Vector
  readonly places: ReadonlySet<string>
}

const features = new WeakMap<KnownFault, Features>()

function known(fault: KnownFault): Features {
  const kept = features.get(fault) ?? { vector: vectorOf(fault), places: placesOf(fault.shows) }
  features.set(fault, kept)
  return kept
}

/** Returns the features of a fault as a unit vector. */
function vectorOf({ shows, scenarios = {} }: Pick<KnownFault, 'shows' | 'scenarios'>): Vector {
  const found = new Map<string, number>()
  const weightOf = new Map<string, number>()
  const add = (kind: keyof typeof weights, name: string, count = 1) => {
    const key = `${kind} ${name}`
    weightOf.set(key, weights[kind])
    found.set(key, (found.get(key) ?? 0) + count)
  }
  for (const [name, count] of Object.entries(scenarios)) add('scenario', name, count)
  for (const [id, shown] of Object.entries(shows)) {
    const { objection, operation } = partsOf(shown)
    if (objection === 'blocked') continue
    add('id', id)
    add('area', areaOf(id))
    add('ofId', `${id} ${objection}`)
    add('ofArea', `${areaOf(id)} ${objection}`)
    add('objection', objection)
    if (operation) add('operation', operation)
  }
  const values = [...found].map(([key, count]) => [key, (weightOf.get(key) as number) * count ** damping] as const)
  const length = Math.hypot(...values.map(([, value]) => value)) || 1
  return new Map(values.map(([key, value]) => [key, value / length]))
}

function product(x: Vector, y: Vector): number {
  const [few, many] = x.size < y.size ? [x, y] : [y, x]
  let sum = 0
  for (const [key, value] of few) sum += value * (many.get(key) ?? 0)
  return sum
}
