import type { Near } from './nearest.ts'

/** A fault that may explain a part of the red requirements. */
export interface Candidate extends Near {
  /** Indexes of the red requirements that it breaks, with the similarity of the objection. */
  readonly matches: readonly (readonly [index: number, match: number])[]
  /** Ids of requirements that it breaks but that passed, with their weights. */
  readonly missed: readonly (readonly [id: string, weight: number])[]
}

/** Cost of each additional fault: it must explain more than one rarely broken requirement. */
const priceOfFault = 0.45
/** Factor for the weight of a requirement that a fault breaks but that passed. */
const priceOfMissing = 0.55
/** Additional cost of a fault that is not similar at all. */
const priceOfUnlike = 0.4
/** Number of candidates in the search for pairs of faults. */
const mostPaired = 40

/** Chosen faults, the similarity to each red requirement, and the total cost. */
interface Choice {
  readonly chosen: readonly Candidate[]
  readonly best: Float64Array
  readonly missing: ReadonlySet<string>
  readonly cost: number
}

/**
 * Returns the faults that explain the red requirements at the lowest cost.
 * @param own weight of each red requirement, by index
 */
export function cheapest(candidates: readonly Candidate[], own: readonly number[]): readonly Candidate[] {
  const none: Choice = {
    chosen: [],
    best: new Float64Array(own.length),
    missing: new Set(),
    cost: own.reduce((sum, weight) => sum + weight, 0),
  }
  const ranked = (from: Choice, among: readonly Candidate[]) =>
    among.map((one) => ({ one, cost: costWith(from, one, own) })).sort((x, y) => x.cost - y.cost)
  let choice = none
  for (;;) {
    const options = ranked(choice, candidates)
    let next = choice
    const [best] = options
    if (best && isLess(best.cost, next.cost)) next = withOne(choice, best.one, own)
    // Two faults together may explain more than the best single one.
    if (next !== choice && choice === none) next = bestPair(none, options.slice(0, mostPaired), own, next)
    if (next === choice) break
    choice = next
  }
  for (const one of choice.chosen) {
    const others = choice.chosen.filter((other) => other !== one).reduce((sum, other) => withOne(sum, other, own), none)
    if (isLess(others.cost, choice.cost)) choice = others
  }
  return choice.chosen
}

/** Returns the best pair of faults if it costs less than `found`, else `found`. */
function bestPair(none: Choice, first: readonly { readonly one: Candidate }[], own: readonly number[], found: Choice) {
  let best = found
  for (const [index, { one }] of first.entries()) {
    const alone = withOne(none, one, own)
    for (const { one: other } of first.slice(index + 1))
      if (isLess(costWith(alone, other, own), best.cost)) best = withOne(alone, other, own)
  }
  return best
}

const isLess = (cost: number, than: number) => cost < than - 1e-9

function costWith({ best, missing, cost }: Choice, one: Candidate, own: readonly number[]): number {
  let sum = cost + priceOfFault + priceOfUnlike * (1 - one.score)
  for (const [index, match] of one.matches) {
    const before = best[index] ?? 0
    if (match > before) sum -= (own[index] ?? 0) * (match - before)
  }
  for (const [id, weight] of one.missed) if (!missing.has(id)) sum += priceOfMissing * weight
  return sum
}

function withOne(choice: Choice, one: Candidate, own: readonly number[]): Choice {
  const best = choice.best.slice()
  for (const [index, match] of one.matches) best[index] = Math.max(best[index] ?? 0, match)
  return {
    chosen: [...choice.chosen, one],
    best,
    missing: new Set([...choice.missing, ...one.missed.map(([id]) => id)]),
    cost: costWith(choice, one, own),
  }
}
