import { groupedBy } from '../shared/grouped-by.ts'
import { type Outcome, outcomeOf, reasonOf } from './outcome.ts'
import type { ReportedRequirement } from './report.ts'

/** Groups by chapter, in order of first occurrence. */
export const chaptersOf = <Member extends { readonly chapter: string }>(members: readonly Member[]) =>
  groupedBy(members, ({ chapter }) => chapter)

/**
 * Groups the requirements with this outcome by reason: missing access or one wrong response may affect a whole chapter.
 */
export function byReason(
  requirements: readonly ReportedRequirement[],
  outcome: Outcome,
): [reason: string, members: ReportedRequirement[]][] {
  return [
    ...groupedBy(
      requirements.filter((one) => outcomeOf(one) === outcome),
      reasonOf,
    ),
  ]
}

/** Returns the sorted ids in one line. */
export const idsOf = (requirements: readonly ReportedRequirement[]): string =>
  requirements
    .map(({ id }) => id)
    .sort()
    .join(' ')
