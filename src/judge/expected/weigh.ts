import { type Result, unmetVerdicts } from '../verdict.ts'
import type { ExpectedFailure, ExpectedFailures, ExpectedReport, Known, KnownState } from './expected.ts'

/**
 * Holds the expected failures against what was found.
 * @param results by id, of the requirements that were selected
 * @param today as `until` is written
 * @returns what became of each, by id, and of the file
 */
export function weigh(
  { file, entries }: ExpectedFailures,
  results: ReadonlyMap<string, Result>,
  today = new Date().toISOString().slice(0, 10),
): { known: ReadonlyMap<string, Known>; report: ExpectedReport } {
  const known = new Map(
    entries.map((entry) => {
      const { id, ...rest } = entry
      return [id, { ...rest, state: stateOf(entry, results.get(id), today) }]
    }),
  )
  const having = (state: KnownState) => [...known].filter(([, one]) => one.state === state).map(([id]) => id)
  const report = {
    file,
    accepted: having('accepted'),
    stale: having('stale'),
    overdue: having('overdue'),
    notJudged: having('not judged'),
  }
  return { known, report }
}

function stateOf({ until }: ExpectedFailure, result: Result | undefined, today: string): KnownState {
  if (result?.verdict === 'pass') return 'stale'
  if (!result || ![...unmetVerdicts, 'blocked'].includes(result.verdict)) return 'not judged'
  return until !== undefined && until < today ? 'overdue' : 'accepted'
}
