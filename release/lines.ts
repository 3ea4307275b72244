import { readdirSync, readFileSync } from 'node:fs'
import { packageFile } from '../src/shared/package-file.ts'
import { compareReleases, parseRelease } from './release.ts'

/**
 * How well a release is known: recorded on a running shop, read in its code or tests, or assumed to be like its
 * neighbours.
 */
export type Known = 'recorded' | 'read' | 'assumed'

/** One release of a line. */
export interface Patch {
  readonly patch: number
  readonly known: Known
  readonly date?: string
  readonly bulletin?: string
}

/** A security fix that changes no version number. */
export interface Isolated {
  readonly name: string
  readonly date: string
  readonly bulletin?: string
  /** True if a client of this API notices it. */
  readonly visible: boolean
}

/** The contents of `release/lines/<line>.json` for a line of releases, such as 2.4.7. */
export interface Line {
  readonly line: string
  /** The document in `schemas/` that begins with this line; default: that of the line before. */
  readonly openapi?: string
  readonly patches: readonly Patch[]
  readonly isolated?: readonly Isolated[]
  /** The changes that begin in this line, with the first patch that has them. */
  readonly brings: Readonly<Record<string, number>>
  /** The changes that end in this line, with the first patch that lacks them. */
  readonly ends: Readonly<Record<string, number>>
  /** Versions of distributions by the patch they are built on: `{ "Mage-OS": { "2.3.0": 5 } }`. */
  readonly distributions?: Readonly<Record<string, Readonly<Record<string, number>>>>
}

const folder = packageFile('release/lines/')

/** All lines, lowest number first. */
export const lines: readonly Line[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name): Line => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
  .sort((a, b) => compareReleases(parseRelease(a.line), parseRelease(b.line)))
