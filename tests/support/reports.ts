import '../../specs/index.ts'
import { judge } from '../../src/judge/judge.ts'
import { requirements } from '../../src/judge/requirement.ts'
import type { Recording } from '../../src/recording/recording.ts'
import type { Diff } from '../../src/report/diff/diff.ts'
import { diffOf } from '../../src/report/diff/diff-of.ts'
import type { Report } from '../../src/report/report.ts'
import { reportOf } from '../../src/report/report-of.ts'

const reports = new WeakMap<Recording, Report>()

/** Returns a recording judged as its own release, cached. */
export function reportFor(recording: Recording): Report {
  const report = reports.get(recording) ?? reportOf(recording, requirements, judge(recording, requirements))
  reports.set(recording, report)
  return report
}

/** Returns the diff of two recordings, each judged as its own release. */
export function diffBetween(before: Recording, after: Recording, options?: Parameters<typeof diffOf>[3]): Diff {
  const side = (given: string, recording: Recording) => ({ given, report: reportFor(recording) })
  return diffOf(side('before.har', before), side('after.har', after), requirements, options)
}

/** Returns every change, except those of requirements, in one line, for failed tests. */
export function linesOf({ changes, timings }: Diff, which: 'all' | 'unannounced' = 'all'): string[] {
  return [
    ...changes
      .filter(({ explained }) => which === 'all' || !explained)
      .map(({ class: name, kind, place, exchanges }) => `${name}: ${kind} at ${place} in ${exchanges.length}`),
    ...timings.map(({ kind, operation }) => `timing: ${kind} ${operation}`),
  ]
}
