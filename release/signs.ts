import { type ChangeName, type ChangeSign, has, lacks, releaseChanges } from './changes.ts'
import { knownReleases, newestRecorded } from './known.ts'
import type { ReleaseRange } from './range.ts'
import { compareReleases, formatRelease, parseRelease } from './release.ts'

/** A feature that shows a shop's release before judging, from `release/changes.json`. */
export interface Sign extends Omit<ChangeSign, 'seen'> {
  readonly change: ChangeName
  /** The releases that may have it; more than those with the change if releases in between were not tested. */
  readonly shown: ReleaseRange
  /** The releases that may lack it. */
  readonly hidden: ReleaseRange
}

/** All signs, in the order of the releases that introduced them. */
export const signs: readonly Sign[] = (Object.keys(releaseChanges) as ChangeName[])
  .flatMap((change): Sign[] => {
    const { sign } = releaseChanges[change]
    if (!sign) return []
    const { seen, ...where } = sign
    return [{ ...where, change, ...(seen ? between(seen) : { shown: has(change), hidden: lacks(change) }) }]
  })
  .sort((one, other) => firstWith(one) - firstWith(other))

function between([without = '', having = '']: readonly string[]): Pick<Sign, 'shown' | 'hidden'> {
  const [last, first] = [parseRelease(without), parseRelease(having)]
  return {
    shown: { includes: (release) => compareReleases(release, last) > 0, text: `later than ${without}` },
    hidden: { includes: (release) => compareReleases(release, first) < 0, text: `earlier than ${having}` },
  }
}

function firstWith({ change }: Sign): number {
  return knownReleases.findIndex((release) => has(change).includes(parseRelease(release)))
}

/**
 * Returns the newest known release whose newest sign is present. Older signs do not matter: a module may remove a
 * field, but hardly adds one.
 * @param shown true or false for each tested sign; absent if it could not be tested
 * @param minor such as `2.4`, if the shop shows it
 * @returns if no sign could be tested, the newest release of the newest recorded line
 */
export function newestBySigns(shown: ReadonlyMap<ChangeName, boolean>, minor?: string): string {
  const ofMinor = knownReleases.filter((release) => minor && release.startsWith(`${minor}.`))
  const candidates = ofMinor.length > 0 ? ofMinor : knownReleases
  const newestSign = (release: string) =>
    signs.findLast(({ change }) => shown.has(change) && has(change).includes(parseRelease(release)))
  const fitting = candidates.findLast((release) => {
    const sign = newestSign(release)
    return sign === undefined || shown.get(sign.change)
  })
  if (shown.size > 0 && fitting) return fitting
  const line = formatRelease({ ...parseRelease(newestRecorded), patch: 0 })
  const trusted = candidates.filter((release) => formatRelease({ ...parseRelease(release), patch: 0 }) === line)
  return (trusted.at(-1) ?? candidates.at(-1)) as string
}
