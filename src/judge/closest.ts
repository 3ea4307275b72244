import { knownReleases, parseRelease } from '../../release/index.ts'
import type { Recording } from '../recording/recording.ts'
import { judgementOf } from './judge.ts'
import type { Requirement } from './requirement.ts'
import type { Verdict } from './verdict.ts'

/** How well a recording fits a release. */
export interface Fit {
  readonly release: string
  /** Requirements that do not hold when it is judged as this release; advice aside, which no release follows. */
  readonly fails: number
  readonly holds: number
}

/**
 * How well a recording fits each known release, in their order. Where a check does not ask for the release it is made
 * once, for all that the requirement holds for: that leaves a tenth of the work.
 */
export function fits(recording: Recording, requirements: readonly Requirement[]): Fit[] {
  const releases = knownReleases.map((name) => ({ release: name, parsed: parseRelease(name), fails: 0, holds: 0 }))
  const judged = judgementOf(recording)
  for (const requirement of requirements) {
    if (requirement.advice) continue
    let verdict: Verdict | undefined
    for (const fit of releases) {
      if (!requirement.in.includes(fit.parsed)) continue
      let asked = false
      verdict ??= judged(requirement, fit.parsed, () => {
        asked = true
      }).verdict
      if (verdict === 'fail' || verdict === 'warn') fit.fails++
      if (verdict === 'pass') fit.holds++
      if (asked) verdict = undefined
    }
  }
  return releases.map(({ release, fails, holds }) => ({ release, fails, holds }))
}

/**
 * The releases that fit best: with the fewest contradictions, and of those the ones that explain most. More than one
 * when the suite cannot tell them apart.
 */
export function closestOf(all: readonly Fit[]): Fit[] {
  const fewest = Math.min(...all.map(({ fails }) => fails))
  const agreeing = all.filter(({ fails }) => fails === fewest)
  const most = Math.max(...agreeing.map(({ holds }) => holds))
  return agreeing.filter(({ holds }) => holds === most)
}
