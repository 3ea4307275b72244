import { compareReleases, formatRelease, parseRelease, type Release } from './release.ts'

/** Highest patch of each line whose behaviour was read or recorded (dossier, section 0.1), and the gaps in it. */
const lines: Record<string, number[]> = {
  '2.3.0': [0],
  '2.3.1': [0],
  '2.3.2': [0],
  '2.3.3': [0],
  '2.3.4': [0],
  '2.3.5': [1, 2],
  '2.3.6': upTo(1),
  '2.3.7': upTo(4),
  '2.4.0': upTo(1),
  '2.4.1': upTo(1),
  '2.4.2': upTo(2),
  '2.4.3': upTo(2),
  '2.4.4': upTo(13),
  '2.4.5': upTo(13),
  '2.4.6': upTo(11),
  '2.4.7': upTo(6),
  '2.4.8': upTo(1),
}

/** Every release the suite knows, lowest number first, e.g. 2.3.0 … 2.4.8-p1. */
export const knownReleases: readonly string[] = Object.entries(lines)
  .flatMap(([line, patches]) => patches.map((patch) => formatRelease({ ...parseRelease(line), patch })))
  .sort((a, b) => compareReleases(parseRelease(a), parseRelease(b)))

/** The newest release the suite knows. */
export const newestRelease: string = knownReleases.at(-1) as string

/** The newest known release of a minor version such as `2.4`, or undefined when none is known. */
export function newestOf(minor: string): string | undefined {
  return knownReleases.filter((release) => release.startsWith(`${minor}.`)).at(-1)
}

/** Whether this very release is among those the suite knows. */
export function isKnown(release: Release): boolean {
  return knownReleases.includes(formatRelease(release))
}

function upTo(patch: number): number[] {
  return Array.from({ length: patch + 1 }, (_, number) => number)
}
