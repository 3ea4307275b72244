import type { Near } from './nearest.ts'

/** A fault that may explain a part of what is red. */
export interface Candidate extends Near {
  /** The red requirements that it turns red, by their number, each with how like its objection is. */
  readonly matches: readonly (readonly [index: number, match: number])[]
  /** What it would have turned red, and passed, each with its weight. */
  readonly missed: readonly (readonly [id: string, weight: number])[]
}

/** What one more fault costs: it has to explain more than a rather special requirement. */
const priceOfFault = 0.45
/** How much a requirement counts that a fault would have turned red and that passed. */
const priceOfMissing = 0.55
/** How much more a fault costs that is about other things altogether. */
const priceOfUnlike = 0.4
/** The search for two faults that explain more than one goes over so many. */
const mostPaired = 40

/** Faults that were chosen, how well they explain each red requirement, and what they cost. */
interface Choice {
  readonly chosen: readonly Candidate[]
  readonly best: Float64Array
  readonly missing: ReadonlySet<string>
  readonly cost: number
}

/** The faults that explain what is red at the least cost. @param own how much each red requirement counts, by its number */
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
    // Two faults together may explain what the best single one only half explains.
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

/** The two of these that cost least, if they cost less than what was found. */
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
