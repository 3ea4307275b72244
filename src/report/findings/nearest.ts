import { areaOf } from '../../judge/requirement.ts'
import type { Judged, KnownFault } from './finding.ts'
import { partsOf, signatureOf } from './shows.ts'

/** How much each thing that two defects may share makes them alike: found by leaving faults out of the dictionary. */
const weights = { scenario: 5.9, area: 4.8, id: 3.4, operation: 0.85, ofArea: 0.5, objection: 0.35, ofId: 0.1 }
/** Ten requirements of one scenario say little more than one. */
const damping = 0.25
/** The family of so many that are most alike is the one that counts. */
const voters = 3
const sharpness = 8
/** What is of that family, or objects to the same, is nearer. */
const ofFamily = 0.4
const evidence = 0.4
/** So is what most requirements object to here. */
const ofMost = 0.2

/** A fault, and from 0 to 1 how alike it is to what is red. */
export interface Near {
  readonly fault: KnownFault
  readonly score: number
}

/**
 * The fault that turns red what is most like this: the same requirements, or others of the same scenarios, areas and
 * operations that object to the same. It is the most alike, not a good likeness.
 */
export function nearest(red: readonly Judged[], dictionary: readonly KnownFault[]): Near | undefined {
  const all = nearness(red, dictionary)
  return all.reduce<Near | undefined>((best, one) => (one.score > (best?.score ?? 0) ? one : best), undefined)
}

/** How alike each fault of the dictionary is to what is red, in the order of the dictionary. */
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

/** The family that those are of which are most alike. */
function familyOf(near: readonly Near[]): string | undefined {
  const votes = new Map<string, number>()
  for (const { fault, score } of near.toSorted((x, y) => y.score - x.score).slice(0, voters))
    votes.set(fault.family, (votes.get(fault.family) ?? 0) + score ** sharpness)
  return [...votes].sort(([, x], [, y]) => y - x)[0]?.[0]
}

/** The places that are objected to, with and without what came there. */
const placesOf = (shows: KnownFault['shows']): ReadonlySet<string> =>
  new Set(
    Object.values(shows)
      .map((shown) => partsOf(shown).objection)
      .filter((objection) => objection !== 'blocked')
      .flatMap((objection) => [objection, objection.replace(/ \S+$/, '')]),
  )

/** What most object to, and its place; nothing where that is no field, header or mail: every refusal has a status. */
function mostIn(shows: KnownFault['shows']): readonly [objection: string, place: string] {
  const counts = new Map<string, number>()
  for (const shown of Object.values(shows)) {
    const { objection } = partsOf(shown)
    if (/^(\/|header |mail )/.test(objection)) counts.set(objection, (counts.get(objection) ?? 0) + 1)
  }
  const [most = ''] = [...counts].sort(([, x], [, y]) => y - x)[0] ?? []
  return [most, most.replace(/ \S+$/, '')]
}

/** The part of two sets that both have, from 0 to 1. */
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

/** What a defect is known by, as a vector of length 1. */
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
