import { runsOf } from '../../release/index.ts'
import { closestOf, type Fit } from '../judge/closest.ts'

/** The releases that fit a recording best, as in the report. */
export interface Closest {
  /** More than one where the suite cannot tell them apart. */
  readonly releases: readonly string[]
  /** How well it fits each known release. */
  readonly fits: readonly Fit[]
}

/** The releases that fit best of all. */
export const closest = (fits: readonly Fit[]): Closest => ({
  releases: closestOf(fits).map(({ release }) => release),
  fits,
})

/** Which release a recording is judged as, when it is to be the closest: the one it was performed as if that is among them, else the newest. */
export function closestTo(release: string, fits: readonly Fit[]): string {
  const { releases } = closest(fits)
  return releases.includes(release) ? release : (releases.at(-1) as string)
}

/** Formats the closest releases in one line, with the distance to the next. */
export function closestLine({ releases, fits }: Closest): string {
  const rest = fits.filter(({ release }) => !releases.includes(release))
  if (rest.length === 0) return 'cannot be told: nothing was found that differs between releases'
  const next = closest(rest)
  const [best, second] = [fitOf(fits, releases), fitOf(fits, next.releases)]
  const more = second.fails - best.fails
  const fewer = best.holds - second.holds
  const how =
    more > 0
      ? `${more} more ${more === 1 ? 'failure' : 'failures'}`
      : `${fewer} fewer ${fewer === 1 ? 'pass' : 'passes'}`
  const apart = releases.length === 1 ? '' : ' (identical here)'
  return `${among(releases)}${apart}; next ${among(next.releases)} (${how})`
}

/** More than a single defect turns red: fewer failures that another release explains say nothing of the release. */
const moreThanADefect = 3

/**
 * That a recording fits other releases better than the one it is judged as. Said only where the other release explains
 * everything and more than a defect would, and holds no less: a shop with one defect is no other release.
 */
export function betterFit({ releases, fits }: Closest, judgedAs: string): string[] {
  const own = fits.find(({ release }) => release === judgedAs)
  const best = fitOf(fits, releases)
  if (!own || best.fails > 0 || own.fails < moreThanADefect || best.holds < own.holds) return []
  return [
    `The answers fit ${among(releases)} better than ${judgedAs}: ${own.fails} requirements fail as ${judgedAs}, and none as one of these. If the shop runs one of these, set MAGENTO_RELEASE to it.`,
  ]
}

const among = (releases: readonly string[]) => runsOf((release) => releases.includes(release))

const fitOf = (fits: readonly Fit[], releases: readonly string[]): Fit =>
  fits.find(({ release }) => release === releases[0]) as Fit
