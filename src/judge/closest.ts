import { knownReleases, parseRelease } from '../../release/index.ts'
import type { Recording } from '../recording/recording.ts'
import { judgementOf } from './judge.ts'
import type { Requirement } from './requirement.ts'
import type { Verdict } from './verdict.ts'

/** How well a recording fits a release. */
export interface Fit {
  readonly release: string
  /** Number of requirements not met as this release, without advice, which does not depend on the release. */
  readonly fails: number
  readonly holds: number
}

/** Returns how well a recording fits each known release, in the order of the releases. */
export function fits(recording: Recording, requirements: readonly Requirement[]): Fit[] {
  const judged = judgementOf(recording)
  const own = requirements.filter(({ advice }) => !advice)
  return knownReleases.map((name) => {
    const release = parseRelease(name)
    const verdicts = own.map((requirement) => judged(requirement, release).verdict)
    return { release: name, fails: count(verdicts, 'fail') + count(verdicts, 'warn'), holds: count(verdicts, 'pass') }
  })
}

const count = (verdicts: readonly Verdict[], which: Verdict) => verdicts.filter((verdict) => verdict === which).length

/**
 * Returns the releases that fit best: those with the fewest contradictions, and of these the ones that explain most. It
 * returns several if the suite cannot tell them apart.
 */
export function closestOf(all: readonly Fit[]): Fit[] {
  const fewest = Math.min(...all.map(({ fails }) => fails))
  const agreeing = all.filter(({ fails }) => fails === fewest)
  const most = Math.max(...agreeing.map(({ holds }) => holds))
  return agreeing.filter(({ holds }) => holds === most)
}
