import { groupedBy } from '../../shared/grouped-by.ts'
import { isBlocked } from './blocked.ts'
import { byPlace, isOfPage } from './by-place.ts'
import { causesOf } from './cause.ts'
import type { Finding, Judged, KnownFault } from './finding.ts'
import { coverageOf, findingOf, type Group, isLeak, joinTo, weightIn } from './group.ts'
import { likenesses, weights } from './likeness.ts'

/** Minimum fit to name a fault as the explanation; otherwise the most similar fault is named as such. */
const goodFit = 0.8
/** Minimum share of the group's weight that the fault must explain. */
const goodCoverage = 0.5
/** Weight factor for storefront pages. They show what REST stores, so a defect of both is reported for REST. */
const ofPage = 0.5
/** A fault with this fit is named even if most of the rest was blocked. */
const sureFit = 0.9

/**
 * Explains the red requirements by as few findings as possible.
 * @param red failed or blocked requirements, without accepted failures and advice
 * @param held ids of the requirements that passed
 * @returns the findings, sorted by the weight that they explain; no requirement is in two of them
 */
export function explainRed(
  red: readonly Judged[],
  held: ReadonlySet<string>,
  dictionary: readonly KnownFault[],
): Finding[] {
  if (red.length === 0) return []
  const weightOf = weights(dictionary)
  const weigh = (one: Judged) => weightIn(one, weightOf)
  const alike = likenesses(red, held, dictionary)
  const [first] = alike
  const byId = new Map(red.map((one) => [one.id, one]))
  const membersOf = (ids: readonly string[]) => ids.map((id) => byId.get(id) as Judged)
  const isSure =
    first !== undefined && first.fit >= sureFit && coverageOf(membersOf(first.explains), red, weigh) >= sureFit
  const groups: Group[] = isSure ? [] : causesOf(red)
  const caused = new Set(groups.flatMap(({ members }) => members))
  const rest = red.filter((one) => !caused.has(one))
  const good = (caused.size ? likenesses(rest, held, dictionary) : alike).filter(({ fit }) => fit >= goodFit)
  groups.push(...good.map((likeness) => ({ likeness, members: membersOf(likeness.explains) })))
  const explained = new Set(groups.flatMap(({ members }) => members))
  const left = rest.filter((one) => !explained.has(one))
  for (const members of byPlace(left.filter((one) => !isBlocked(one)))) joinTo(groups, members)
  for (const members of groupedBy(left.filter(isBlocked), ({ why }) => why ?? '').values()) joinTo(groups, members)
  const rank = ({ isCause, members }: Group) =>
    members.reduce(
      (sum, one) => sum + weigh(one) * (isOfPage(one) ? ofPage : 1),
      isCause || members.some(isLeak) ? red.length : 0,
    )
  return groups
    .toSorted((x, y) => rank(y) - rank(x))
    .map(({ likeness, ...group }) => {
      const covers =
        likeness &&
        coverageOf(membersOf(likeness.explains), group.members, weigh) >= goodCoverage &&
        group.members.every((one) => !isLeak(one) || likeness.explains.includes(one.id))
      return findingOf({ ...group, ...(covers ? { likeness } : {}) }, dictionary, weigh)
    })
}
