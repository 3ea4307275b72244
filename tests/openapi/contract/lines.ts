import {
  compareReleases,
  formatRelease,
  knownReleases,
  lines,
  parseRelease,
  type ReleaseRange,
} from '../../../release/index.ts'
import type { Note, Scope } from './operation.ts'

/** One document, and the lines of releases that it describes. */
export interface DocumentLine extends Scope {
  readonly file: string
  /** Every known release that it describes, in ascending order. */
  readonly releases: readonly string[]
  /** The newest release, whose responses are the examples. */
  readonly newest: string
}

/** The first line of releases of each document, from the files of the lines. */
const beginnings = lines.flatMap(({ openapi: file, line }) => (file ? [{ file, line }] : []))

const lineOf = (release: string) => formatRelease({ ...parseRelease(release), patch: 0 })

/** Every document, the oldest releases first. `openapi.json` is the newest. */
export const documentLines: readonly DocumentLine[] = beginnings.map(({ file, line }, index) => {
  const all = lines.map((one) => one.line)
  const next = beginnings[index + 1]
  const described = all.slice(all.indexOf(line), next ? all.indexOf(next.line) : undefined)
  const releases = knownReleases.filter((release) => described.includes(lineOf(release)))
  const parsed = releases.map(parseRelease)
  return {
    file,
    releases,
    newest: releases.at(-1) as string,
    some: (range) => parsed.some(range.includes),
    every: (range) => parsed.every(range.includes),
  }
})

/**
 * Returns the document that describes a release; for an unknown release, that of the newest known one before it.
 * @param release such as `2.4.7-p6`
 * @throws ReleaseError if it names no release
 */
export function lineOfRelease(release: string): DocumentLine {
  const asked = parseRelease(release)
  const [oldest] = documentLines as [DocumentLine]
  const begun = documentLines.filter(({ releases: [first = ''] }) => compareReleases(parseRelease(first), asked) <= 0)
  return begun.at(-1) ?? oldest
}

/** Returns the releases of a document that are in a range, as text; empty if all are, undefined if none is. */
export function whereIn(range: ReleaseRange, { releases }: Pick<DocumentLine, 'releases'>): string | undefined {
  const included = releases.map((release) => range.includes(parseRelease(release)))
  if (!included.includes(true)) return undefined
  if (!included.includes(false)) return ''
  const words: string[] = []
  for (let start = 0; start < releases.length; start++) {
    if (!included[start] || included[start - 1]) continue
    const after = included.indexOf(false, start)
    words.push(run(releases, start, after === -1 ? releases.length - 1 : after - 1))
  }
  return words.join(' and ')
}

function run(releases: readonly string[], first: number, last: number): string {
  if (last === releases.length - 1) return `from ${releases[first]} on`
  if (first === 0) return `up to ${releases[last]}`
  return first === last ? `in ${releases[first]}` : `from ${releases[first]} to ${releases[last]}`
}

/** Returns the notes that apply to a document, each with its releases unless it applies to all. */
export function notesFor(line: DocumentLine, notes: readonly Note[] = []): string[] {
  return notes.flatMap((note) => {
    if (typeof note === 'string') return [note]
    const where = whereIn(note.in, line)
    if (where === undefined) return []
    return [where ? `${where.charAt(0).toUpperCase()}${where.slice(1)}: ${note.text}` : note.text]
  })
}
