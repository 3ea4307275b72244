import { type Known, lines, type Patch } from './lines.ts'
import { compareReleases, formatRelease, parseRelease, type Release } from './release.ts'

const releases = new Map<string, Patch>(
  lines.flatMap(({ line, patches }) =>
    patches.map((patch): [string, Patch] => [formatRelease({ ...parseRelease(line), patch: patch.patch }), patch]),
  ),
)

/** Every release the suite knows, lowest number first. */
export const knownReleases: readonly string[] = [...releases.keys()]

/** The newest release the suite knows. */
export const newestRelease: string = knownReleases.at(-1) as string

/** The newest release that was asked as a running shop: what the reference is when nothing else is said. */
export const newestRecorded: string = knownReleases.findLast(
  (name) => releases.get(name)?.known === 'recorded',
) as string

/** The newest known release of a minor version such as `2.4`, or undefined when none is known. */
export function newestOf(minor: string): string | undefined {
  return knownReleases.filter((release) => release.startsWith(`${minor}.`)).at(-1)
}

/** Whether this very release is among those the suite knows. */
export function isKnown(release: Release): boolean {
  return releases.has(formatRelease(release))
}

/** Whether a release is newer than every one that the suite knows: it is judged as the newest of these. */
export function isNewerThanKnown(release: Release): boolean {
  return compareReleases(release, parseRelease(newestRelease)) > 0
}

/** How well a release is known; undefined where it is not among those the suite knows. */
export function howKnown(release: Release): Known | undefined {
  return releases.get(formatRelease(release))?.known
}

/** The date and the bulletin of a known release, where they are on file. */
export function patchOf(release: string): Patch | undefined {
  return releases.get(release)
}
