import { areaOf } from '../../judge/requirement.ts'
import { calledAs } from '../../shared/command.ts'
import { isBlocked } from './blocked.ts'
import { objectionIn, operationOf } from './by-place.ts'
import type { Finding, Judged, KnownFault } from './finding.ts'
import type { Likeness } from './likeness.ts'
import { nearest } from './nearest.ts'
import { blockedSentence, causeSentence, placeSentence } from './sentences.ts'

/** Requirements that one finding explains. */
export interface Group {
  readonly likeness?: Likeness
  /** True if it blocked most of the rest. */
  readonly isCause?: boolean
  readonly members: Judged[]
}

/** Minimum similarity of a fault that is named. */
const near = 0.5

/** Adds requirements to the group that is about the same responses, or else as a new group. */
export function joinTo(groups: Group[], members: readonly Judged[]): void {
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

/** True if it shows that the shop discloses data; such failures are reported first. */
export const isLeak = ({ leak, verdict }: Judged): boolean => leak === true && verdict !== 'blocked'

/** Returns the weight of a requirement. @param weightOf returns it by id */
export function weightIn({ id, verdict, level }: Judged, weightOf: (id: string) => number): number {
  return weightOf(id) * (verdict === 'blocked' ? 0.2 : level === 'must' ? 1 : 0.8)
}

/** Returns the share of `part` in the total weight of `all`, from 0 to 1. */
export function coverageOf(part: readonly Judged[], all: readonly Judged[], weigh: (one: Judged) => number): number {
  const sumOf = (some: readonly Judged[]) => some.reduce((sum, one) => sum + weigh(one), 0)
  return sumOf(part) / sumOf(all)
}

/** Returns the finding for a group. */
export function findingOf(
  { likeness, isCause, members }: Group,
  dictionary: readonly KnownFault[],
  weigh: (one: Judged) => number,
): Finding {
  const sorted = telling(members, isCause ? basics : weigh)
  const shown = sorted[0] as Judged
  const requirements = sorted.map(({ id }) => id)
  if (likeness) {
    const { fault, shown: count, of } = likeness
    return {
      kind: 'fault',
      sentence: `Looks like: ${fault.does}`,
      ...(isBlocked(shown) ? {} : { observed: placeSentence(sorted, shown) }),
      requirements,
      fault: fault.id,
      likeness: { shown: count, of },
      next: `${calledAs} explain fault:${fault.id}`,
    }
  }
  const alike = nearest(members, dictionary, shown)
  return {
    kind: isBlocked(shown) ? 'blocked' : 'place',
    sentence: isCause
      ? causeSentence(sorted, shown)
      : isBlocked(shown)
        ? blockedSentence(sorted)
        : placeSentence(sorted, shown),
    requirements,
    ...(alike ? { fault: alike.fault.id } : {}),
    ...(alike && !isCause && alike.score >= near ? { alike: alike.fault.does } : {}),
    next: `${calledAs} explain ${shown.id}`,
  }
}

/** The first requirement of an area is its most basic one. */
const basics = ({ id }: Judged) => -Number(/\d+$/.exec(id)?.[0] ?? 0)

/** Weight factor for failures after another failure of the same scenario: they may be consequences. */
const later = 0.1

/**
 * Sorts by how clearly a requirement shows the defect: objections shared by many, counting those without an earlier
 * failure most, then requirements that few faults break.
 */
function telling(members: readonly Judged[], weigh: (one: Judged) => number): Judged[] {
  const first = new Map<string, number>()
  for (const { exchange, at = 0 } of members)
    if (exchange) first.set(exchange.scenario, Math.min(at, first.get(exchange.scenario) ?? at))
  // A mail follows from a request, which shows the error more directly.
  const isFirst = ({ exchange, scenario = '', place, at = 0 }: Judged) =>
    exchange ? at <= (first.get(exchange.scenario) ?? 0) : place === 'mail' || !first.has(scenario)
  const counts = new Map<string, number>()
  for (const one of members)
    if (!isBlocked(one)) counts.set(objectionIn(one), (counts.get(objectionIn(one)) ?? 0) + (isFirst(one) ? 1 : later))
  // A requirement about all responses says less about this one than a requirement about it alone.
  const countOf = (one: Judged) =>
    isBlocked(one) ? 0 : (counts.get(objectionIn(one)) ?? 0) * (one.exchange && one.scenario === undefined ? later : 1)
  return members.toSorted(
    (x, y) => Number(isLeak(y)) - Number(isLeak(x)) || countOf(y) - countOf(x) || weigh(y) - weigh(x),
  )
}
