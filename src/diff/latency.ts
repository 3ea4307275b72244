import type { Exchange } from '../recording/exchange.ts'
import type { ChangeKind } from './classes.ts'
import { operationOf } from './operation.ts'

export interface Timing {
  readonly kind: Extract<ChangeKind, 'slower' | 'faster'>
  readonly operation: string
  /** Milliseconds. */
  readonly median: readonly [before: number, after: number]
  readonly samples: readonly [before: number, after: number]
}

/** Of fewer answers nothing is said: one of them may have met a cold cache, or a busy neighbour. */
const fewest = 12
/** How many times as long, and how many milliseconds longer, is clear. */
const clearly = { ratio: 2, milliseconds: 50 }

/**
 * The operations that take clearly longer or shorter, by their medians over the run. The middle halves of both must
 * lie apart as well: then no few slow answers can be the reason.
 */
export function compareLatencies(before: readonly Exchange[], after: readonly Exchange[]): Timing[] {
  const [known, found] = [timesOf(before), timesOf(after)]
  return [...known].flatMap(([operation, b]): Timing[] => {
    const a = found.get(operation) ?? []
    if (b.length < fewest || a.length < fewest) return []
    const samples = [b.length, a.length] as const
    const median = [quantile(b, 0.5), quantile(a, 0.5)] as const
    if (isClear(b, a)) return [{ kind: 'slower', operation, median, samples }]
    return isClear(a, b) ? [{ kind: 'faster', operation, median, samples }] : []
  })
}

function isClear(short: readonly number[], long: readonly number[]): boolean {
  const [less, more] = [quantile(short, 0.5), quantile(long, 0.5)]
  const isMuch = more - less >= clearly.milliseconds && more >= less * clearly.ratio
  return isMuch && quantile(short, 0.75) < quantile(long, 0.25)
}

/** Sorted milliseconds by operation, of answers of the same status: a refusal is quicker than what it refuses. */
function timesOf(exchanges: readonly Exchange[]): Map<string, number[]> {
  const times = new Map<string, number[]>()
  for (const exchange of exchanges) {
    const name = `${operationOf(exchange.data.request)} → ${exchange.status}`
    times.set(name, [...(times.get(name) ?? []), exchange.data.time])
  }
  return new Map([...times].map(([name, list]) => [name, list.sort((a, b) => a - b)]))
}

function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.floor((sorted.length - 1) * part)] as number
}
