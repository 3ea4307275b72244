import type { ChangeClass } from './classes.ts'
import type { Diff } from './diff.ts'

export interface Tolerance {
  /** The classes that end with 1; breaking when not given. */
  readonly failOn?: readonly ChangeClass[]
  /** Whether changes that the release step explains do not count. */
  readonly allowExpected?: boolean
}

/**
 * 0 nothing breaking · 1 something breaking · 3 a target could not be asked, or not all of it.
 * An announced change breaks clients as well as any, so it counts unless told otherwise.
 * @param broken whether a run of it broke off
 */
export function exitCodeOf({ counts }: Diff, broken: boolean, tolerance: Tolerance = {}): 0 | 1 | 3 {
  const { failOn = ['breaking'], allowExpected = false } = tolerance
  if (failOn.some((name) => counts[name][allowExpected ? 'unannounced' : 'all'] > 0)) return 1
  return broken ? 3 : 0
}
