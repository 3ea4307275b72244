import { isNewerThanKnown, parseRelease } from '../../release/index.ts'
import { fits } from '../judge/closest.ts'
import type { Requirement } from '../judge/requirement.ts'
import type { Recording } from '../recording/recording.ts'
import { closestTo } from '../report/closest.ts'

/** The release to judge as, if it is not the recording's, and how it was found. */
export interface JudgedAs {
  readonly judgedAs?: string | undefined
  readonly asClosest?: true
  /** True if it was found from the responses, since none was stated. */
  readonly found?: true
}

/** Returns the release for `--release closest`. */
export function closestAs(recording: Recording, requirements: readonly Requirement[]): JudgedAs {
  return { judgedAs: closestTo(recording.meta.release.name, fits(recording, requirements)), asClosest: true }
}

/**
 * Returns the release for a shop without a stated one: the newest with the fewest contradictions. A selection of
 * requirements cannot tell releases apart, and is judged as the assumed one.
 */
export function foundAs(recording: Recording, requirements: readonly Requirement[], isWhole: boolean): JudgedAs {
  const { name, source } = recording.meta.release
  if (source !== 'assumed' || !isWhole || isNewerThanKnown(parseRelease(name))) return {}
  const judgedAs = closestTo(name, fits(recording, requirements))
  return judgedAs === name ? {} : { judgedAs, found: true }
}
