import type { ChangeClass } from './classes.ts'
import type { Diff } from './diff.ts'

export interface Tolerance {
  /** Classes that cause exit code 1; default `breaking`. */
  readonly failOn?: readonly ChangeClass[]
  /** True if changes explained by the releases do not count. */
  readonly allowExpected?: boolean
}

/**
 * Returns 0 for no breaking change, 1 for a breaking change, 3 if a target could not be tested completely. An announced
 * change also breaks clients, so it counts by default.
 * @param broken true if a run was aborted
 */
export function exitCodeOf({ counts }: Diff, broken: boolean, tolerance: Tolerance = {}): 0 | 1 | 3 {
  const { failOn = ['breaking'], allowExpected = false } = tolerance
  if (failOn.some((name) => counts[name][allowExpected ? 'unannounced' : 'all'] > 0)) return 1
  return broken ? 3 : 0
}
