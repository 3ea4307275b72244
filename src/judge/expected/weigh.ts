import { areaOf } from '../requirement.ts'
import { type Result, unmetVerdicts } from '../verdict.ts'
import {
  type ExpectedFailure,
  type ExpectedFailures,
  type ExpectedReport,
  idsOf,
  type Known,
  type KnownState,
} from './expected.ts'
import { isSame } from './lasting.ts'

/**
 * Compares the expected failures with the results.
 * @param results of the selected requirements, by id
 * @param today in the format of `until`
 * @returns the state of each entry, by id, and of the file
 */
export function weigh(
  { file, entries }: ExpectedFailures,
  results: ReadonlyMap<string, Result>,
  today = new Date().toISOString().slice(0, 10),
): { known: ReadonlyMap<string, Known>; report: ExpectedReport } {
  const listed = new Set(entries.flatMap(idsOf))
  const weighOne = (entry: ExpectedFailure) => (id: string) =>
    [id, knownOf(entry, id, stateOf(entry, id, results.get(id), today))] as const
  const known = new Map(
    entries.flatMap((entry) => {
      const { area } = entry
      if (area === undefined) return idsOf(entry).map(weighOne(entry))
      const members = [...results.keys()].filter((id) => areaOf(id) === area && !listed.has(id))
      return ofArea(members.map(weighOne(entry)))
    }),
  )
  const areas = entries.flatMap(({ area }) => area ?? [])
  const weighed = new Set([...known.values()].flatMap(({ area }) => area ?? []))
  const having = (state: KnownState) => [...known].filter(([, one]) => one.state === state).map(([id]) => id)
  const different = having('different')
  const report = {
    file,
    accepted: having('accepted'),
    stale: having('stale'),
    overdue: having('overdue'),
    ...(different.length ? { different } : {}),
    notJudged: [...having('not judged'), ...areas.filter((area) => !weighed.has(area))],
  }
  return { known, report }
}

/** Returns the failing members of an area; if all that were judged pass, only the first. */
function ofArea(members: readonly (readonly [string, Known])[]) {
  const judged = members.filter(([, { state }]) => state !== 'not judged')
  const failing = judged.filter(([, { state }]) => state !== 'stale')
  return failing.length ? failing : judged.slice(0, 1)
}

function knownOf(entry: ExpectedFailure, id: string, state: KnownState): Known {
  const { reason, link, owner, until, area } = entry
  const accepts = acceptedOf(entry, id)
  const given = Object.entries({ link, owner, until, area, accepts }).filter(([, value]) => value !== undefined)
  return { reason, ...Object.fromEntries(given), state }
}

const acceptedOf = ({ actual }: ExpectedFailure, id: string): string | undefined =>
  typeof actual === 'object' ? actual[id] : actual

/** A blocked requirement was not seen to fail; it is accepted only if the entry says so. */
function stateOf(entry: ExpectedFailure, id: string, result: Result | undefined, today: string): KnownState {
  if (result?.verdict === 'pass') return 'stale'
  const taken = entry.blocked ? [...unmetVerdicts, 'blocked'] : unmetVerdicts
  if (!result || !taken.includes(result.verdict)) return 'not judged'
  const accepted = acceptedOf(entry, id)
  if (accepted !== undefined && !isSame(accepted, result.actual ?? result.why ?? '')) return 'different'
  return entry.until !== undefined && entry.until < today ? 'overdue' : 'accepted'
}
