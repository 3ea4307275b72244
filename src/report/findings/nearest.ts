import { areaOf } from '../../judge/requirement.ts'
import type { Judged, KnownFault } from './finding.ts'
import { partsOf, signatureOf } from './shows.ts'

/** How much each thing that two defects may share makes them alike: found by leaving faults out of the dictionary. */
const weights = { scenario: 5.9, area: 4, id: 2.4, operation: 0.85, ofArea: 0.5, objection: 0.35, ofId: 0.15 }
/** Ten requirements of one scenario say little more than one. */
const damping = 0.25
/** The family of so many that are most alike is the one that counts. */
const voters = 6
const sharpness = 4

/**
 * The fault that turns red what is most like this: the same requirements, or others of the same scenarios, areas and
 * operations that object to the same. It is the most alike, not a good likeness.
 * @returns it, and from 0 to 1 how alike it is
 */
export function nearest(red: readonly Judged[], dictionary: readonly KnownFault[]): Near | undefined {
  const near = nearness(red, dictionary)
    .filter(({ score }) => score > 0)
    .sort((x, y) => y.score - x.score)
  const votes = new Map<string, number>()
  for (const { fault, score } of near.slice(0, voters))
    votes.set(fault.family, (votes.get(fault.family) ?? 0) + score ** sharpness)
  const [family] = [...votes].sort(([, x], [, y]) => y - x)[0] ?? []
  return near.find(({ fault }) => fault.family === family)
}

/** A fault, and from 0 to 1 how alike it is to what is red. */
export interface Near {
  readonly fault: KnownFault
  readonly score: number
}

/** How alike each fault of the dictionary is to what is red. */
export function nearness(red: readonly Judged[], dictionary: readonly KnownFault[]): Near[] {
  const seen = vectorOf(signatureOf(red))
  return dictionary.map((fault) => ({ fault, score: product(seen, known(fault)) }))
}

type Vector = ReadonlyMap<string, number>

const vectors = new WeakMap<KnownFault, Vector>()

function known(fault: KnownFault): Vector {
  const vector = vectors.get(fault) ?? vectorOf(fault)
  vectors.set(fault, vector)
  return vector
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
  let sum = 0
  for (const [key, value] of x) sum += value * (y.get(key) ?? 0)
  return sum
}
