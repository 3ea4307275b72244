import {
  compareReleases,
  distributed,
  distributedAs,
  isKnown,
  isNewerThanKnown,
  newestRelease,
  parseRelease,
  type Release,
} from '../../release/index.ts'

/** Returns how an unknown release is judged; undefined for a known one. */
export function unknownRelease(release: Release): string | undefined {
  if (isKnown(release)) return undefined
  if (isNewerThanKnown(release)) return `newer than any release that the suite knows: judged as ${newestRelease}`
  return 'not a release that the suite knows: judged by its number'
}

/**
 * What to think of verdicts where the shop is newer than the suite.
 * @param name the release that was stated or found
 * @param magentoVersion what the shop says of itself
 */
export function newerNotes(name: string, magentoVersion: string | undefined): string[] {
  const newer = isNewerThanKnown(parseRelease(name)) ? name : newerDistribution(magentoVersion)
  if (newer === undefined) return []
  const as = newer === name ? newestRelease : name
  return [
    `${newer} is newer than any that this suite knows, and is judged as ${as}. What fails may be what ${newer} does otherwise: look for a newer version of the suite.`,
  ]
}

/** A version of Mage-OS, say, that is newer than every known one: `Mage-OS 4.0`. */
function newerDistribution(told: string | undefined): string | undefined {
  const [, name, version] = /^([A-Za-z-]+)\/(\d+\.\d+)(?![.\d])/.exec(told ?? '') ?? []
  const newest = distributed.findLast((one) => one.name === name)
  if (!name || !newest || distributedAs(told as string)) return undefined
  const isNewer = compareReleases(parseRelease(`${version}.0`), parseRelease(newest.version)) > 0
  return isNewer ? `${name} ${version}` : undefined
}
