import { runsOf } from '../../release/index.ts'
import { closestOf, type Fit } from '../judge/closest.ts'

/** The releases that fit a recording best. */
export interface Closest {
  /** Several if the suite cannot distinguish them. */
  readonly releases: readonly string[]
  /** How well each known release fits. */
  readonly fits: readonly Fit[]
}

/** Returns the releases that fit best. */
export const closest = (fits: readonly Fit[]): Closest => ({
  releases: closestOf(fits).map(({ release }) => release),
  fits,
})

/**
 * Returns the release to judge as when the closest is wanted: the one the recording was performed as if it is among the
 * closest, else the newest of them.
 */
export function closestTo(release: string, fits: readonly Fit[]): string {
  const { releases } = closest(fits)
  return releases.includes(release) ? release : (releases.at(-1) as string)
}

/** Formats the closest releases in one line, with the distance to the next. */
export function closestLine({ releases, fits }: Closest): string {
  const rest = fits.filter(({ release }) => !releases.includes(release))
  if (rest.length === 0) return 'unknown: no response that differs between releases was found'
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

/** Minimum number of failures that another release explains. A single defect rarely causes more than this. */
const moreThanADefect = 3

/**
 * Returns a note if another release fits better than the one used for judging: no requirement fails as that release, it
 * passes at least as many, and the difference is larger than a single defect causes.
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
