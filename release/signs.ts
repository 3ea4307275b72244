import { type ChangeName, type ChangeSign, has, lacks, releaseChanges } from './changes.ts'
import { knownReleases, newestRecorded } from './known.ts'
import type { ReleaseRange } from './range.ts'
import { compareReleases, formatRelease, parseRelease } from './release.ts'

/** What tells a shop's release before anything is judged, as `release/changes.json` says. */
export interface Sign extends Omit<ChangeSign, 'seen'> {
  readonly change: ChangeName
  /** The releases that may show it. Wider than those that have the change, where not every release was asked. */
  readonly shown: ReleaseRange
  /** The releases that may lack it. */
  readonly hidden: ReleaseRange
}

/** Every sign, in the order in which releases brought them. */
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
 * The newest known release whose newest sign is shown. Older signs do not matter: a module can take a field away, but
 * hardly add one.
 * @param shown whether a shop shows each of some signs; a sign that is not in it could not be asked
 * @param minor such as `2.4`, where the shop tells that
 * @returns of the newest line that was recorded, the newest release, where no sign could be asked
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
