import { type Known, lines, type Patch } from './lines.ts'
import { compareReleases, formatRelease, parseRelease, type Release } from './release.ts'

const releases = new Map<string, Patch>(
  lines.flatMap(({ line, patches }) =>
    patches.map((patch): [string, Patch] => [formatRelease({ ...parseRelease(line), patch: patch.patch }), patch]),
  ),
)

/** All releases that the suite knows, lowest number first. */
export const knownReleases: readonly string[] = [...releases.keys()]

/** The newest release the suite knows. */
export const newestRelease: string = knownReleases.at(-1) as string

/** The newest release that was recorded on a running shop; the default of the reference. */
export const newestRecorded: string = knownReleases.findLast(
  (name) => releases.get(name)?.known === 'recorded',
) as string

/** Returns the newest known release of a minor version such as `2.4`; undefined if none is known. */
export function newestOf(minor: string): string | undefined {
  return knownReleases.filter((release) => release.startsWith(`${minor}.`)).at(-1)
}

/** True if the suite knows this release. */
export function isKnown(release: Release): boolean {
  return releases.has(formatRelease(release))
}

/** True if a release is newer than all known ones; it is judged as the newest of these. */
export function isNewerThanKnown(release: Release): boolean {
  return compareReleases(release, parseRelease(newestRelease)) > 0
}

/** Returns how well a release is known; undefined if it is not known. */
export function howKnown(release: Release): Known | undefined {
  return releases.get(formatRelease(release))?.known
}

/** Returns date and bulletin of a known release, if recorded in the files. */
export function patchOf(release: string): Patch | undefined {
  return releases.get(release)
}
