import { selectRequirements } from '../cli/select.ts'
import { judge as judgeAll } from '../judge/judge.ts'
import type { Recording } from '../recording/recording.ts'
import type { Report } from '../report/report.ts'
import { reportOf } from '../report/report-of.ts'

export interface JudgeOptions {
  /** The release to judge as; default: the recording's. */
  readonly release?: string
  /** Prefixes of ids. */
  readonly only?: readonly string[]
}

/**
 * Judges a recording by all requirements, including the user's own. Sends no request.
 * @throws UsageError if `only` matches none, ReleaseError for an invalid release
 */
export function judge(recording: Recording, { release, only }: JudgeOptions = {}): Report {
  const profile = recording.meta.profile ?? 'full'
  const requirements = selectRequirements(only, profile)
  const results = judgeAll(recording, requirements, release)
  return reportOf(recording, requirements, results, { profile, only, judgedAs: release })
}
