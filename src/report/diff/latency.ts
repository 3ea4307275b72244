import type { Exchange } from '../../recording/exchange.ts'
import { groupedBy } from '../../shared/grouped-by.ts'
import type { ChangeKind } from './classes.ts'
import { operationOf } from './operation.ts'

export interface Timing {
  readonly kind: Extract<ChangeKind, 'slower' | 'faster'>
  readonly operation: string
  /** Milliseconds. */
  readonly median: readonly [before: number, after: number]
  readonly samples: readonly [before: number, after: number]
}

/** Minimum number of responses to judge an operation: a few may have met a cold cache or a busy server. */
const fewestAnswers = 20
/** Minimum number of operations to tell a slower operation from a slower shop. */
const fewestOperations = 3
/** Minimum factor, minimum milliseconds, and minimum factor relative to all operations. */
const clearly = { ratio: 3, milliseconds: 100, beyondTheRest: 2 }

/**
 * Returns the operations that became clearly slower or faster, by the medians of the run. Their quartiles must not
 * overlap either, so that a few slow responses are not the reason. The change must exceed that of the other operations,
 * since another machine or a busy network slows down all.
 */
export function compareLatencies(before: readonly Exchange[], after: readonly Exchange[]): Timing[] {
  const [known, found] = [timesOf(before), timesOf(after)]
  const measured = [...known].flatMap(([operation, b]) => {
    const a = found.get(operation) ?? []
    if (b.length < fewestAnswers || a.length < fewestAnswers) return []
    return [{ operation, b, a, ratio: quantile(a, 0.5) / Math.max(quantile(b, 0.5), 1) }]
  })
  if (measured.length < fewestOperations) return []
  const ofAll = quantile(
    measured.map(({ ratio }) => ratio).sort((x, y) => x - y),
    0.5,
  )
  return measured.flatMap(({ operation, b, a, ratio }): Timing[] => {
    const told = {
      operation,
      median: [quantile(b, 0.5), quantile(a, 0.5)] as const,
      samples: [b.length, a.length] as const,
    }
    if (isClear(b, a) && ratio >= ofAll * clearly.beyondTheRest) return [{ kind: 'slower', ...told }]
    return isClear(a, b) && ratio <= ofAll / clearly.beyondTheRest ? [{ kind: 'faster', ...told }] : []
  })
}

function isClear(short: readonly number[], long: readonly number[]): boolean {
  const [less, more] = [quantile(short, 0.5), quantile(long, 0.5)]
  const isMuch = more - less >= clearly.milliseconds && more >= less * clearly.ratio
  return isMuch && quantile(short, 0.75) < quantile(long, 0.25)
}

/** Returns sorted milliseconds by operation and status, because a refusal is faster than a success. */
function timesOf(exchanges: readonly Exchange[]): Map<string, number[]> {
  const groups = groupedBy(exchanges, ({ data, status }) => `${operationOf(data.request)} → ${status}`)
  return new Map([...groups].map(([name, list]) => [name, list.map(({ data }) => data.time).sort((a, b) => a - b)]))
}

function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.floor((sorted.length - 1) * part)] as number
}
