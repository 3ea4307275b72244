import { compareReleases, parseRelease, type Release } from './release.ts'

/**
 * A set of releases, defined as Magento ships changes: by the first release *per line* that has them. A change may be
 * released in 2.4.6-p9, 2.4.5-p11 and 2.4.4-p12 on the same day, and in 2.4.7 on another, so a single comparison is not
 * enough: 2.4.5 lacks what 2.4.4-p2 has.
 */
export interface ReleaseRange {
  readonly includes: (release: Release) => boolean
  /** For output: `from 2.4.4-p12, 2.4.5-p11, 2.4.6-p9, 2.4.7`. */
  readonly text: string
  /** The names of the changes from which it was made. */
  readonly changes?: readonly string[]
}

/** All releases. */
export const everyRelease: ReleaseRange = { includes: () => true, text: 'every release' }

/**
 * Returns the releases from these on. In a named line, it includes that patch and later ones; other lines are included
 * if they come after a named one of the same minor version; a minor version without named lines is included if it comes
 * after one with them.
 * @param firsts the first release of each line, in any order, e.g. `from('2.3.7', '2.4.2-p1')`
 * @throws ReleaseError for an invalid release
 */
export function from(...firsts: string[]): ReleaseRange {
  const entries = firsts.map(parseRelease)
  return { includes: (release) => reached(entries, release), text: `from ${firsts.join(', ')}` }
}

/** Returns the releases before these: the complement of `from`. */
export function before(...firsts: string[]): ReleaseRange {
  const entries = firsts.map(parseRelease)
  return { includes: (release) => !reached(entries, release), text: `before ${firsts.join(', ')}` }
}

/** Returns all releases of a line, such as 2.4.6. @throws ReleaseError for an invalid line */
export function ofLine(line: string): ReleaseRange {
  const own = parseRelease(line)
  return { includes: (release) => compareReleases({ ...release, patch: 0 }, own) === 0, text: `of ${line}` }
}

/** Returns the releases in all of the ranges: `all(from('2.4.3'), before('2.4.3-p2'))`. */
export function all(...ranges: ReleaseRange[]): ReleaseRange {
  return {
    includes: (release) => ranges.every((range) => range.includes(release)),
    text: ranges.map((range) => range.text).join(' and '),
    changes: changesOf(ranges),
  }
}

/** Returns the releases in at least one of the ranges. */
export function any(...ranges: ReleaseRange[]): ReleaseRange {
  return {
    includes: (release) => ranges.some((range) => range.includes(release)),
    text: ranges.map((range) => range.text).join(', or '),
    changes: changesOf(ranges),
  }
}

/** Returns the releases that are not in a range. */
export function not(range: ReleaseRange): ReleaseRange {
  return {
    includes: (release) => !range.includes(release),
    text: complement(range.text),
    changes: changesOf([range]),
  }
}

/** Returns `before 2.4.0, or from 2.4.2` for `from 2.4.0 and before 2.4.2`. */
const complement = (text: string) =>
  text
    .split(' and ')
    .map((part) => part.replace(/^(from|before)\b/, (word) => (word === 'from' ? 'before' : 'from')))
    .join(', or ')

const changesOf = (ranges: readonly ReleaseRange[]) => [...new Set(ranges.flatMap(({ changes = [] }) => changes))]

function reached(firsts: Release[], release: Release): boolean {
  const sameMinor = firsts.filter((first) => first.major === release.major && first.minor === release.minor)
  if (sameMinor.length === 0) return firsts.some((first) => compareReleases(first, release) < 0)
  const sameLine = sameMinor.find((first) => first.micro === release.micro)
  if (sameLine) return release.patch >= sameLine.patch
  return sameMinor.some((first) => first.micro < release.micro)
}
