import { selectRequirements } from '../cli/select.ts'
import { judge as judgeAll } from '../judge/judge.ts'
import type { Recording } from '../recording/recording.ts'
import type { Report } from '../report/report.ts'
import { reportOf } from '../report/report-of.ts'

export interface JudgeOptions {
  /** The release to judge as; the recording's own when not given. */
  readonly release?: string
  /** What ids begin with. */
  readonly only?: readonly string[]
}

/**
 * Judges a recording by all requirements there are, those of one's own included. Asks nothing.
 * @throws UsageError when `only` selects none, ReleaseError when the release is none
 */
export function judge(recording: Recording, { release, only }: JudgeOptions = {}): Report {
  const profile = recording.meta.profile ?? 'full'
  const requirements = selectRequirements(only, profile)
  const results = judgeAll(recording, requirements, release)
  return reportOf(recording, requirements, results, { profile, only, judgedAs: release })
}
