export type FindingPair = 'published ↔ live' | 'published ↔ answer' | 'live ↔ answer'

/** A disagreement, with the statements of both sides. */
export interface Finding {
  readonly pair: FindingPair
  /** The operations it concerns; empty if it concerns the whole document. */
  readonly operations: readonly string[]
  /** Place in the document; if two documents disagree, in the published one. */
  readonly pointer: string
  readonly says: readonly [first: string, second: string]
  /** Place in the response. */
  readonly at?: string
  /** A response that shows it. */
  readonly exchange?: { readonly scenario: string; readonly name: string }
  /** Number of responses that show it. */
  readonly seen?: number
  /** The known error of the document that causes it (schemas/deviations.json). */
  readonly known?: string
  /** A note that a known error is gone. */
  readonly event?: string
}

/** Merges findings of the same place; the first stands for all, with their number. */
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
