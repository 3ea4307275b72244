import { remembering } from '../../shared/memo.ts'
import { objectionIn } from './by-place.ts'
import { type Candidate, cheapest } from './cheapest.ts'
import type { Judged, KnownFault } from './finding.ts'
import { type Near, nearness } from './nearest.ts'
import { partsOf } from './shows.ts'

/** A fault of the kill matrix that explains a part of the red requirements. */
export interface Likeness {
  readonly fault: KnownFault
  /** Ids of the requirements that it explains better than any other chosen fault. */
  readonly explains: readonly string[]
  /** From 0 to 1: the share of the requirements it breaks that are red with the same objection. */
  readonly fit: number
  readonly shown: number
  readonly of: number
}

/** Weight factor of blocked requirements, which say less than failed ones. */
const weightOfBlocked = 0.25

/**
 * Returns the smallest set of faults that explains the red requirements. The cost counts requirements that a fault
 * breaks but that passed, and unexplained ones. Requirements that few faults break have more weight.
 * @param red failed or blocked requirements
 * @param held ids of the requirements that passed
 */
export function likenesses(
  red: readonly Judged[],
  held: ReadonlySet<string>,
  dictionary: readonly KnownFault[],
): Likeness[] {
  const weightOf = weights(dictionary)
  const weigh = (id: string, isBlocked: boolean) => weightOf(id) * (isBlocked ? weightOfBlocked : 1)
  const reds = red.map((one) => ({ ...one, objection: objectionIn(one) }))
  const indexOf = new Map(reds.map(({ id }, index) => [id, index]))
  const own = reds.map(({ id, verdict }) => weigh(id, verdict === 'blocked'))
  const candidates = nearness(red, dictionary)
    .filter(({ fault }) => Object.keys(fault.shows).some((id) => indexOf.has(id)))
    .map((near) => candidateOf(near, reds, indexOf, held, weigh))

  return shares(cheapest(candidates, own), reds, own)
}

function candidateOf(
  { fault, score }: Near,
  reds: readonly (Judged & { objection: string })[],
  indexOf: ReadonlyMap<string, number>,
  held: ReadonlySet<string>,
  weigh: (id: string, isBlocked: boolean) => number,
): Candidate {
  const matches: [number, number][] = []
  const missed: [string, number][] = []
  for (const [id, shown] of Object.entries(fault.shows)) {
    const { objection } = partsOf(shown)
    const index = indexOf.get(id)
    if (index !== undefined) matches.push([index, likeObjection(objection, reds[index]?.objection as string)])
    else if (held.has(id)) missed.push([id, weigh(id, objection === 'blocked')])
  }
  return { fault, score, matches, missed }
}

/** Returns the similarity of two objections of one requirement, from 0 to 1. */
function likeObjection(known: string, seen: string): number {
  if (known === seen) return 1
  if (known === 'blocked' || seen === 'blocked') return 0.5
  if (known.replace(/:\S*$/, '') === seen.replace(/:\S*$/, '')) return 0.65
  return known.replace(/ \S+$/, '') === seen.replace(/ \S+$/, '') ? 0.6 : 0.4
}

/** Assigns each red requirement to the chosen fault that explains it best, and rates each fault. */
function shares(chosen: readonly Candidate[], reds: readonly Judged[], own: readonly number[]): Likeness[] {
  const explains = new Map(chosen.map((candidate) => [candidate, [] as string[]]))
  for (const [index, { id }] of reds.entries()) {
    const matchOf = ({ matches }: Candidate) => matches.find(([other]) => other === index)?.[1] ?? 0
    const best = chosen.toSorted((x, y) => matchOf(y) - matchOf(x))[0]
    if (best && matchOf(best) > 0) explains.get(best)?.push(id)
  }
  return chosen
    .map((candidate) => {
      const { fault, matches, missed } = candidate
      const matched = sumOf(matches.map(([index, match]) => (own[index] as number) * match))
      const all = sumOf(matches.map(([index]) => own[index] as number)) + sumOf(missed.map(([, weight]) => weight))
      const ids = explains.get(candidate) as string[]
      return {
        fault,
        explains: ids,
        fit: matched / all,
        shown: matches.length,
        of: matches.length + missed.length,
        matched,
      }
    })
    .filter(({ explains }) => explains.length > 0)
    .sort((x, y) => y.matched - x.matched)
}

/** Weight of a requirement from 0 to 1: the fewer faults break it, the higher. */
export const weights = remembering((dictionary: readonly KnownFault[]): ((id: string) => number) => {
  const counts = new Map<string, number>()
  for (const { shows } of dictionary) for (const id of Object.keys(shows)) counts.set(id, (counts.get(id) ?? 0) + 1)
  const most = Math.log(1 + dictionary.length)
  return (id) => Math.log(1 + dictionary.length / Math.max(1, counts.get(id) ?? 1)) / most
})

function sumOf(numbers: Iterable<number>): number {
  let sum = 0
  for (const number of numbers) sum += number
  return sum
}
