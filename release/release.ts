/** A Magento release, e.g. 2.4.7-p6. Its *line*, 2.4.7, is what gets -p patches. */
export interface Release {
  readonly major: number
  readonly minor: number
  readonly micro: number
  readonly patch: number
}

/** Thrown for a text that is no Magento release. */
export class ReleaseError extends Error {
  override name = 'ReleaseError'
}

/**
 * Parses a release.
 * @param text such as `2.4.7` or `2.4.7-p6`
 * @throws ReleaseError with the value and the expected form
 */
export function parseRelease(text: string): Release {
  const match = /^(\d+)\.(\d+)\.(\d+)(?:-p(\d+))?$/.exec(text.trim())
  if (!match) throw new ReleaseError(`"${text}" is not a Magento release: write it as 2.4.7 or 2.4.7-p6`)
  const [major, minor, micro, patch] = match.slice(1).map((part) => Number(part ?? 0))
  return { major: major as number, minor: minor as number, micro: micro as number, patch: patch as number }
}

/** Formats a release like Magento: `2.4.7-p6`. */
export function formatRelease({ major, minor, micro, patch }: Release): string {
  return `${major}.${minor}.${micro}${patch ? `-p${patch}` : ''}`
}

/**
 * Compares releases by number, not by date: 2.4.4-p13 was published long after 2.4.7. Returns a negative number if `a`
 * is lower.
 */
export function compareReleases(a: Release, b: Release): number {
  return a.major - b.major || a.minor - b.minor || a.micro - b.micro || a.patch - b.patch
}
