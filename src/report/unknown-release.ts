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
 * Returns a note on verdicts for a shop that is newer than the suite.
 * @param name the stated or found release
 * @param magentoVersion the version that the shop states
 */
export function newerNotes(name: string, magentoVersion: string | undefined): string[] {
  const newer = isNewerThanKnown(parseRelease(name)) ? name : newerDistribution(magentoVersion)
  if (newer === undefined) return []
  const as = newer === name ? newestRelease : name
  return [
    `${newer} is newer than any that this suite knows, and is judged as ${as}. What fails may be what ${newer} does otherwise: look for a newer version of the suite.`,
  ]
}

/** Returns a distribution such as `Mage-OS 4.0` if it is newer than all known versions. */
function newerDistribution(told: string | undefined): string | undefined {
  const [, name, version] = /^([A-Za-z-]+)\/(\d+\.\d+)(?![.\d])/.exec(told ?? '') ?? []
  const newest = distributed.findLast((one) => one.name === name)
  if (!name || !newest || distributedAs(told as string)) return undefined
  const isNewer = compareReleases(parseRelease(`${version}.0`), parseRelease(newest.version)) > 0
  return isNewer ? `${name} ${version}` : undefined
}
