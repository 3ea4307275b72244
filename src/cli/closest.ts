import { isNewerThanKnown, parseRelease } from '../../release/index.ts'
import { fits } from '../judge/closest.ts'
import type { Requirement } from '../judge/requirement.ts'
import type { Recording } from '../recording/recording.ts'
import { closestTo } from '../report/closest.ts'

/** The release to judge as, when it is another than the recording's, and whether it was named by its answers. */
export interface JudgedAs {
  readonly judgedAs?: string | undefined
  readonly asClosest?: true
  /** Whether it was found by the answers where nobody stated one. */
  readonly found?: true
}

/** What `--release closest` comes to for a recording. */
export function closestAs(recording: Recording, requirements: readonly Requirement[]): JudgedAs {
  return { judgedAs: closestTo(recording.meta.release.name, fits(recording, requirements)), asClosest: true }
}

/**
 * The release of a shop whose operator states none: the newest that its answers contradict least. A smaller selection
 * of requirements tells no releases apart, and is judged as what was assumed.
 */
export function foundAs(recording: Recording, requirements: readonly Requirement[], isWhole: boolean): JudgedAs {
  const { name, source } = recording.meta.release
  if (source !== 'assumed' || !isWhole || isNewerThanKnown(parseRelease(name))) return {}
  const judgedAs = closestTo(name, fits(recording, requirements))
  return judgedAs === name ? {} : { judgedAs, found: true }
}
