import type { Verdict } from '../judge/verdict.ts'
import type { ReportedRequirement } from './report.ts'

/** The ids of what has this verdict, by the reason why: one broken connection may keep a chapter from being judged. */
export function byReason(requirements: readonly ReportedRequirement[], which: Verdict): Map<string, string[]> {
  const reasons = new Map<string, string[]>()
  for (const { id, verdict, why, setting } of requirements) {
    if (verdict !== which) continue
    const reason = `${why}${setting ? `: ${setting}` : ''}`
    reasons.set(reason, [...(reasons.get(reason) ?? []), id])
  }
  for (const ids of reasons.values()) ids.sort()
  return reasons
}
