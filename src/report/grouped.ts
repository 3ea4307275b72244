import { type Outcome, outcomeOf, reasonOf } from './outcome.ts'
import type { ReportedRequirement } from './report.ts'

/** All that came to this, under the reason why: one missing power or one broken answer may keep a chapter from being judged. */
export function byReason(
  requirements: readonly ReportedRequirement[],
  outcome: Outcome,
): [reason: string, members: ReportedRequirement[]][] {
  const reasons = new Map<string, ReportedRequirement[]>()
  for (const one of requirements)
    if (outcomeOf(one) === outcome) reasons.set(reasonOf(one), [...(reasons.get(reasonOf(one)) ?? []), one])
  return [...reasons]
}

/** The ids of these, in order, in one line. */
export const idsOf = (requirements: readonly ReportedRequirement[]): string =>
  requirements
    .map(({ id }) => id)
    .sort()
    .join(' ')
