import type { Counts, Verdict } from '../judge/verdict.ts'
import type { Report, ReportedRequirement } from './report.ts'

/**
 * Returns whether the target conforms: all applicable MUSTs passed. Untested requirements never count as passed.
 * @param isPart true if only some requirements, or a smaller profile than `full`, were selected
 */
export function conformance(
  reported: readonly ReportedRequirement[],
  counts: Counts,
  isPart: boolean,
): Report['conformant'] {
  const musts = reported.filter(({ level }) => level === 'must')
  const has = (verdict: Verdict) => musts.some((must) => must.verdict === verdict)
  if (has('fail') || has('blocked')) return 'no'
  if (counts.pass === 0 || has('error')) return 'unknown'
  return isPart || has('untestable') ? 'as far as tested' : 'yes'
}
