import { areaOf } from '../../judge/requirement.ts'
import type { Judged, KnownFault } from './finding.ts'

/**
 * The fault that turns red what is most like this: the same requirements, or others of the same area that are about the
 * same thing. It is the most alike, not a good likeness.
 */
export function nearest(red: readonly Judged[], dictionary: readonly KnownFault[]): KnownFault | undefined {
  const seen = features(red.map(({ id, verdict }) => [id, verdict === 'blocked']))
  let best: { fault: KnownFault; score: number } | undefined
  for (const fault of dictionary) {
    const known = features(Object.entries(fault.shows).map(([id, objection]) => [id, objection === 'blocked']))
    const score = likeness(seen, known)
    if (score > (best?.score ?? 0)) best = { fault, score }
  }
  return best?.fault
}

function features(ids: readonly (readonly [id: string, isBlocked: boolean])[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const [id, isBlocked] of ids) {
    const weight = isBlocked ? 0.2 : 1
    found.set(id, weight)
    found.set(areaOf(id), (found.get(areaOf(id)) ?? 0) + weight / 2)
  }
  return found
}

/** The cosine of two weighted sets. */
function likeness(x: ReadonlyMap<string, number>, y: ReadonlyMap<string, number>): number {
  let shared = 0
  for (const [key, weight] of x) shared += weight * (y.get(key) ?? 0)
  return shared / (length(x) * length(y) || 1)
}

const length = (one: ReadonlyMap<string, number>) => Math.hypot(...one.values())
