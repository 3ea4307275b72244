import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { type ChangeName, everyRelease, has, ofLine, type Release, type ReleaseRange } from '../../../release/index.ts'
import { isWithin, valueAt, withAt } from '../../shared/json/pointer.ts'
import { rememberingBoth } from '../../shared/memo.ts'
import { packageFile } from '../../shared/package-file.ts'
import type { Facts } from './facts.ts'
import type { Audience } from './published.ts'

export type DocumentKind = 'published' | 'live'

/** A known error of the documents (schemas/deviations.json). */
export interface Deviation {
  readonly id: string
  /** The documents that have it: Adobe's, the shop's own description, or both. */
  readonly documents: readonly DocumentKind[]
  /** JSON pointers into the document; `*` matches any single name. */
  readonly at: readonly string[]
  /** Set if only the document of one audience has it. */
  readonly audience?: Audience
  /** The document's value there; null if nothing is there. Omitted for an error in prose, or at many places. */
  readonly says?: unknown
  /** The correct value; null for nothing. Omitted if no response depends on it. */
  readonly is?: unknown
  /** What is true instead, as a sentence. */
  readonly instead: string
  /** The releases whose documents have it; all releases if empty. */
  readonly releases: {
    /** The releases with this change of release/changes.json. */
    readonly has?: ChangeName
    /** The releases of one line, which share Adobe's document. */
    readonly line?: string
  }
  readonly links: readonly string[]
}

let read: readonly Deviation[] | undefined

/** All known errors, in the order of the file. */
export function allDeviations(): readonly Deviation[] {
  read ??= JSON.parse(readFileSync(packageFile('schemas/deviations.json'), 'utf8')).deviations as Deviation[]
  return read
}

const listed = new Map<string, readonly Deviation[]>()

/** Returns the known errors of a kind of document for a release. Releases with the same errors get the same array. */
export function deviationsOf(kind: DocumentKind, release: Release): readonly Deviation[] {
  const own = allDeviations().filter(
    (deviation) => deviation.documents.includes(kind) && rangeOf(deviation).includes(release),
  )
  const key = own.map(({ id }) => id).join(' ')
  const known = listed.get(key) ?? own
  listed.set(key, known)
  return known
}

/** Returns the releases whose documents have a known error. */
export function rangeOf({ releases: { has: change, line } }: Deviation): ReleaseRange {
  if (change) return has(change)
  return line ? ofLine(line) : everyRelease
}

/** A document without its known errors. */
export interface Corrected {
  readonly facts: Facts
  /** The known errors that it has, including those that cannot be looked up. */
  readonly present: readonly Deviation[]
  /** Places of known errors that are expected in it but missing. */
  readonly gone: readonly { readonly deviation: Deviation; readonly pointer: string }[]
}

/** Returns a document without its known errors. */
export const corrected = rememberingBoth((facts: Facts, deviations: readonly Deviation[]): Corrected => {
  let without = facts
  const present: Deviation[] = []
  const gone: { deviation: Deviation; pointer: string }[] = []
  for (const deviation of deviations) {
    const there =
      deviation.says === undefined ? deviation.at : deviation.at.filter((at) => isThere(facts, at, deviation))
    if (there.length > 0) present.push(deviation)
    if (deviation.is !== undefined)
      for (const pointer of there) without = withAt(without, pointer, deviation.is ?? undefined)
    for (const pointer of deviation.at)
      if (!there.includes(pointer) && isDescribed(facts, pointer)) gone.push({ deviation, pointer })
  }
  return { facts: without, present, gone }
})

/** True if a document has the error at this place. */
export function isThere(facts: unknown, pointer: string, { says }: Pick<Deviation, 'says'>): boolean {
  return isDeepStrictEqual(valueAt(facts, pointer) ?? null, says)
}

/** True if the document has the operation or definition; a guest's document lists few. */
function isDescribed(facts: Facts, pointer: string): boolean {
  const [, area = '', name = ''] = pointer.split('/')
  return valueAt(facts, `/${area}/${name}`) !== undefined
}

/** Returns the known error at a place of a document. */
export function knownAt(pointer: string, deviations: readonly Deviation[]): Deviation | undefined {
  return deviations.find(({ at }) => at.some((pattern) => isWithin(pointer, pattern)))
}
