export type FindingPair = 'published ↔ live' | 'published ↔ answer' | 'live ↔ answer'

/** A disagreement, with the statements of both sides. */
export interface Finding {
  readonly pair: FindingPair
  /** The operations it is about; none where it is about the whole document. */
  readonly operations: readonly string[]
  /** The place in the document; of two documents, in the published one. */
  readonly pointer: string
  readonly says: readonly [first: string, second: string]
  /** The place in the answer. */
  readonly at?: string
  /** An answer that shows it. */
  readonly exchange?: { readonly scenario: string; readonly name: string }
  /** How many answers show it. */
  readonly seen?: number
  /** The known error of the document that it comes of (schemas/deviations.json). */
  readonly known?: string
  /** That a known error has gone. */
  readonly event?: string
}

/** One finding a place, whichever answers and operations show it: the first, with how many. */
export function grouped(findings: readonly Finding[]): Finding[] {
  const groups = new Map<string, { first: Finding; operations: Set<string>; seen: number }>()
  for (const finding of findings) {
    const { pair, pointer, known, event, says } = finding
    const key = [pair, pointer, known, event, says[0]].join('\n')
    const group = groups.get(key) ?? { first: finding, operations: new Set<string>(), seen: 0 }
    for (const operation of finding.operations) group.operations.add(operation)
    if (finding.exchange) group.seen++
    groups.set(key, group)
  }
  return [...groups.values()].map(({ first, operations, seen }) => ({
    ...first,
    operations: [...operations],
    ...(seen ? { seen } : {}),
  }))
}
