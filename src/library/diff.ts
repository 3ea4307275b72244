import { selectRequirements } from '../cli/select.ts'
import type { Diff } from '../report/diff/diff.ts'
import { diffOf } from '../report/diff/diff-of.ts'
import type { Report } from '../report/report.ts'

export interface DiffOptions {
  /** Whether both are judged as the release before, instead of each as its own. */
  readonly asBefore?: boolean
}

/** Says what changed between two reports; answer by answer where both hold their recordings. */
export function diff(before: Report, after: Report, options: DiffOptions = {}): Diff {
  const side = (report: Report) => ({ given: report.target.url, report })
  return diffOf(side(before), side(after), selectRequirements(undefined), options)
}
