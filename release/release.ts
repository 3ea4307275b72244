/** A Magento release, e.g. 2.4.7-p6. Its *line* is what receives -p patches: 2.4.7. */
export interface Release {
  readonly major: number
  readonly minor: number
  readonly micro: number
  readonly patch: number
}

/** Thrown for a text that names no Magento release. */
export class ReleaseError extends Error {
  override name = 'ReleaseError'
}

/**
 * Reads a release.
 * @param text such as `2.4.7` or `2.4.7-p6`
 * @throws ReleaseError with the value and the form expected
 */
export function parseRelease(text: string): Release {
  const match = /^(\d+)\.(\d+)\.(\d+)(?:-p(\d+))?$/.exec(text.trim())
  if (!match) throw new ReleaseError(`"${text}" is not a Magento release: write it as 2.4.7 or 2.4.7-p6`)
  const [major, minor, micro, patch] = match.slice(1).map((part) => Number(part ?? 0))
  return { major: major as number, minor: minor as number, micro: micro as number, patch: patch as number }
}

/** Writes a release as Magento does: `2.4.7-p6`. */
export function formatRelease({ major, minor, micro, patch }: Release): string {
  return `${major}.${minor}.${micro}${patch ? `-p${patch}` : ''}`
}

/** Orders releases by number (not by date: 2.4.4-p13 came out long after 2.4.7). Negative when a is the lower. */
export function compareReleases(a: Release, b: Release): number {
  return a.major - b.major || a.minor - b.minor || a.micro - b.micro || a.patch - b.patch
}
