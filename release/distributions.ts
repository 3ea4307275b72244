import { lines } from './lines.ts'
import { compareReleases, formatRelease, parseRelease } from './release.ts'

/** A version of a distribution, and the Magento release that it is built on. */
export interface Distributed {
  /** As on its version page: `Mage-OS`. */
  readonly name: string
  readonly version: string
  readonly release: string
}

/** All versions of all distributions, lowest number first. */
export const distributed: readonly Distributed[] = lines
  .flatMap(({ line, distributions = {} }) =>
    Object.entries(distributions).flatMap(([name, versions]) =>
      Object.entries(versions).map(
        ([version, patch]): Distributed => ({
          name,
          version,
          release: formatRelease({ ...parseRelease(line), patch }),
        }),
      ),
    ),
  )
  .sort((a, b) => compareReleases(parseRelease(a.version), parseRelease(b.version)))

/** Returns the name of a distribution's version that may replace a release: `mage-os-2.3.0`. */
export const distributedName = ({ name, version }: Distributed): string => `${name.toLowerCase()}-${version}`

/** Returns the Magento release on which a distribution's version is built. @param text such as `mage-os-2.3.0` */
export function releaseBelow(text: string): string | undefined {
  return distributed.find((one) => distributedName(one) === text.trim().toLowerCase())?.release
}

/** Returns the newest version that matches a version page. @param told such as `Mage-OS/2.3 (Community)` */
export function distributedAs(told: string): Distributed | undefined {
  const [, name, minor] = /^([A-Za-z-]+)\/(\d+\.\d+)(?![\d.])/.exec(told) ?? []
  return distributed.findLast((one) => one.name === name && one.version.startsWith(`${minor}.`))
}
