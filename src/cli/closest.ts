import { fits } from '../judge/closest.ts'
import type { Requirement } from '../judge/requirement.ts'
import type { Recording } from '../recording/recording.ts'
import { closestTo } from '../report/closest.ts'

/** The release to judge as, when it is another than the recording's, and whether it was named by its answers. */
export interface JudgedAs {
  readonly judgedAs?: string | undefined
  readonly asClosest?: true
}

/** What `--release closest` comes to for a recording. */
export function closestAs(recording: Recording, requirements: readonly Requirement[]): JudgedAs {
  return { judgedAs: closestTo(recording.meta.release.name, fits(recording, requirements)), asClosest: true }
}
