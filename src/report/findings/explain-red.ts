import { areaOf } from '../../judge/requirement.ts'
import { calledAs } from '../../shared/command.ts'
import { groupedBy } from '../../shared/grouped-by.ts'
import { byPlace, operationOf } from './by-place.ts'
import type { Finding, Judged, KnownFault } from './finding.ts'
import { type Likeness, likenesses, weights } from './likeness.ts'
import { nearest } from './nearest.ts'
import { blockedSentence, placeSentence } from './sentences.ts'

/** A fault that fits worse is not named as what it looks like, only as the most alike. */
const goodFit = 0.7

/**
 * Explains what is red by as few findings as can be.
 * @param red what does not hold or was blocked, accepted failures and advice aside
 * @param held the ids of what was judged and passed
 * @returns the findings, what explains most first; no requirement is in two of them
 */
export function explainRed(
  red: readonly Judged[],
  held: ReadonlySet<string>,
  dictionary: readonly KnownFault[],
): Finding[] {
  if (red.length === 0) return []
  const weightOf = weights(dictionary)
  const byId = new Map(red.map((one) => [one.id, one]))
  const groups: Group[] = likenesses(red, held, dictionary).map((likeness) => ({
    likeness,
    members: likeness.explains.map((id) => byId.get(id) as Judged),
  }))
  const explained = new Set(groups.flatMap(({ members }) => members.map(({ id }) => id)))
  const left = red.filter(({ id }) => !explained.has(id))
  for (const members of byPlace(left.filter(({ verdict }) => verdict !== 'blocked'))) join(groups, members)
  for (const members of groupedBy(left.filter(isBlocked), ({ why }) => why ?? '').values()) join(groups, members)
  const rank = ({ members }: Group) => members.reduce((sum, one) => sum + weightIn(one, weightOf), 0)
  return groups.toSorted((x, y) => rank(y) - rank(x)).map((group) => findingOf(group, dictionary, weightOf))
}

interface Group {
  readonly likeness?: Likeness
  readonly members: Judged[]
}

const isBlocked = ({ verdict }: Judged) => verdict === 'blocked'

/** What is about the same answers as a finding belongs to it; otherwise it is one of its own. */
function join(groups: Group[], members: readonly Judged[]): void {
  const akin = groups.find((group) => members.some((one) => group.members.some((other) => isAkin(one, other))))
  if (akin) akin.members.push(...members)
  else groups.push({ members: [...members] })
}

function isAkin(one: Judged, other: Judged): boolean {
  if (areaOf(one.id) === areaOf(other.id)) return true
  if (isBlocked(one) || isBlocked(other)) return one.exchange?.scenario === other.exchange?.scenario
  const operation = operationOf(one)
  return (
    (one.exchange !== undefined && one.exchange.scenario === other.exchange?.scenario) ||
    (operation !== undefined && operation === operationOf(other) && one.place === other.place)
  )
}

function weightIn({ id, verdict, level }: Judged, weightOf: (id: string) => number): number {
  return weightOf(id) * (verdict === 'blocked' ? 0.2 : level === 'must' ? 1 : 0.8)
}

function findingOf(
  { likeness, members }: Group,
  dictionary: readonly KnownFault[],
  weightOf: (id: string) => number,
): Finding {
  const sorted = members.toSorted((x, y) => weightIn(y, weightOf) - weightIn(x, weightOf))
  const shown = sorted[0] as Judged
  const requirements = sorted.map(({ id }) => id)
  if (likeness && likeness.fit >= goodFit) {
    const { fault, shown: count, of } = likeness
    return {
      kind: 'fault',
      sentence: `Looks like: ${fault.does}`,
      requirements,
      fault: fault.id,
      likeness: { shown: count, of },
      next: `${calledAs} explain fault:${fault.id}`,
    }
  }
  const alike = nearest(sorted, dictionary)?.fault ?? likeness?.fault
  return {
    kind: isBlocked(shown) ? 'blocked' : 'place',
    sentence: isBlocked(shown) ? blockedSentence(sorted) : placeSentence(sorted, shown),
    requirements,
    ...(alike ? { fault: alike.id } : {}),
    next: `${calledAs} explain ${shown.id}`,
  }
}
