import { lines } from './lines.ts'
import { compareReleases, formatRelease, parseRelease } from './release.ts'

/** A version of a distribution, and the Magento release that it is built on. */
export interface Distributed {
  /** As its version page writes it: `Mage-OS`. */
  readonly name: string
  readonly version: string
  readonly release: string
}

/** Every version of every distribution, lowest number first. */
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

/** How a version of a distribution is written in place of a release: `mage-os-2.3.0`. */
export const distributedName = ({ name, version }: Distributed): string => `${name.toLowerCase()}-${version}`

/** The Magento release below a distribution's version. @param text such as `mage-os-2.3.0` */
export function releaseBelow(text: string): string | undefined {
  return distributed.find((one) => distributedName(one) === text.trim().toLowerCase())?.release
}

/** The newest version of a distribution that a version page may mean. @param told such as `Mage-OS/2.3 (Community)` */
export function distributedAs(told: string): Distributed | undefined {
  const [, name, minor] = /^([A-Za-z-]+)\/(\d+\.\d+)(?![\d.])/.exec(told) ?? []
  return distributed.findLast((one) => one.name === name && one.version.startsWith(`${minor}.`))
}
