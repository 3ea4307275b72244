import { groupedBy } from '../shared/grouped-by.ts'
import { type Outcome, outcomeOf, reasonOf } from './outcome.ts'
import type { ReportedRequirement } from './report.ts'

/** The members of each chapter, in the order in which the chapters begin. */
export const chaptersOf = <Member extends { readonly chapter: string }>(members: readonly Member[]) =>
  groupedBy(members, ({ chapter }) => chapter)

/** All that came to this, under the reason why: missing access or one broken answer may keep a chapter from being judged. */
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

/** The ids of these, in order, in one line. */
export const idsOf = (requirements: readonly ReportedRequirement[]): string =>
  requirements
    .map(({ id }) => id)
    .sort()
    .join(' ')
