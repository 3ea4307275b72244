import { areaOf } from '../judge/requirement.ts'
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

/** Number of ids from which on a sequence is written as a range. */
const shortest = 3

/**
 * Returns the ids for a person, with sequences as ranges: `ADMIN-05 to -54, LOCK-01`.
 * @param all all requirements of the report: a number that none of them has does not interrupt a sequence
 */
export function idsInShort(members: readonly ReportedRequirement[], all: readonly ReportedRequirement[]): string {
  const chosen = new Set(members.map(({ id }) => id))
  const sorted = all.map(({ id }) => id).sort((one, other) => Number(numberOf(one)) - Number(numberOf(other)))
  const areas = groupedBy(sorted, areaOf)
  return [...areas]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .flatMap(([, ids]) => runsIn(ids, chosen).flatMap(asRange))
    .join(', ')
}

const numberOf = (id: string) => id.slice(areaOf(id).length + 1)

/** Returns the sequences of chosen ids that no other id interrupts. */
function runsIn(ids: readonly string[], chosen: ReadonlySet<string>): string[][] {
  const runs: string[][] = [[]]
  for (const id of ids)
    if (chosen.has(id)) runs.at(-1)?.push(id)
    else runs.push([])
  return runs.filter((run) => run.length > 0)
}

const asRange = (run: readonly string[]): readonly string[] =>
  run.length < shortest ? run : [`${run[0]} to -${numberOf(run.at(-1) as string)}`]
