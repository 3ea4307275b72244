import { groupedBy } from '../../shared/grouped-by.ts'
import { isBlocked, reasonOf } from './blocked.ts'
import { objectionIn, operationOf } from './by-place.ts'
import type { Judged } from './finding.ts'
import type { Group } from './group.ts'
import { otherStatus, rewritten } from './objection.ts'

/**
 * Thresholds for a single cause. `shows`: failures of an API that differs as a whole. `requirements`, `scenarios`:
 * blocked by the same response. `share`: of all red requirements. `half`: share of the tested ones, for another status.
 */
const least = { shows: 3, requirements: 8, scenarios: 3, share: 0.2, half: 0.5 }

/**
 * Returns what alone explains a large part of a run: the API differs as a whole, or an operation that many scenarios
 * begin with fails. Failures of that operation belong to the group too.
 */
export function causesOf(red: readonly Judged[]): Group[] {
  const rewriting = rewritingOf(red)
  if (rewriting) return [rewriting]
  const starts = startsOf(red)
  return starts.length ? starts : statusesOf(red)
}

/** If at least this many operations return the same unexpected status, the status is the defect. */
const manyOperations = 4

function statusesOf(red: readonly Judged[]): Group[] {
  const asked = red.filter((one) => !isBlocked(one))
  const pairs = groupedBy(
    asked.filter((one) => otherStatus(objectionIn(one)) !== undefined),
    (one) => otherStatus(objectionIn(one)) as string,
  )
  const [members = []] = [...pairs.values()].sort((x, y) => y.length - x.length)
  const operations = new Set(members.map(operationOf))
  const scenarios = new Set(members.map(({ scenario }) => scenario))
  const isMuch = members.length >= Math.max(least.requirements, least.half * asked.length)
  if (!isMuch || operations.size < manyOperations || scenarios.size < least.scenarios) return []
  return [{ isCause: true, members: [...members, ...red.filter(isBlocked)] }]
}

function rewritingOf(red: readonly Judged[]): Group | undefined {
  for (const word of Object.values(rewritten)) {
    const shows = red.filter(
      (one) => objectionIn(one).endsWith(` ${word}`) && (word !== rewritten.types || one.place?.startsWith('/')),
    )
    const places = new Set(shows.map(({ place }) => place?.split('/').at(-1)))
    const asked = red.filter((one) => !isBlocked(one))
    if (shows.length < least.shows || places.size < least.shows || shows.length < least.share * asked.length) continue
    const others = red.filter((one) => !shows.includes(one) && (isBlocked(one) || / missing$/.test(objectionIn(one))))
    return { isCause: true, members: [...shows, ...others] }
  }
  return undefined
}

function startsOf(red: readonly Judged[]): Group[] {
  const blocked = groupedBy(red.filter(isBlocked), (one) => `${operationOf(one)} ${reasonOf(one)}`)
  return [...blocked.values()]
    .filter((members) => {
      const scenarios = new Set(members.map(({ exchange }) => exchange?.scenario))
      const isMuch = members.length >= Math.max(least.requirements, least.share * red.length)
      return isMuch && scenarios.size >= least.scenarios && members[0]?.curl !== undefined
    })
    .map((members) => {
      const [start] = members as [Judged]
      const status = statusOf(start)
      const same = red.filter(
        (one) => !isBlocked(one) && operationOf(one) === operationOf(start) && one.actual?.startsWith(`${status} `),
      )
      return { isCause: true, members: [...same, ...members] }
    })
}

const statusOf = ({ why = '' }: Judged): string => /answered (\d{3})/.exec(why)?.[1] ?? ''
