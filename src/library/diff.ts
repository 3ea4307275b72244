import { selectRequirements } from '../cli/select.ts'
import type { Diff } from '../report/diff/diff.ts'
import { diffOf } from '../report/diff/diff-of.ts'
import type { Report } from '../report/report.ts'

export interface DiffOptions {
  /** True to judge both as the release before, instead of each as its own. */
  readonly asBefore?: boolean
}

/** Returns the changes between two reports; exchange by exchange if both contain their recordings. */
export function diff(before: Report, after: Report, options: DiffOptions = {}): Diff {
  const side = (report: Report) => ({ given: report.target.url, report })
  return diffOf(side(before), side(after), selectRequirements(undefined), options)
}
