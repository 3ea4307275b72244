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
  /** Whose: Adobe's document, the shop's own description, or both. */
  readonly documents: readonly DocumentKind[]
  /** Where, as JSON pointers into the document; `*` stands for any one name. */
  readonly at: readonly string[]
  /** In the document of one audience only. */
  readonly audience?: Audience
  /** What the document has there; null for nothing. Left out where the error is in its words, or at many places. */
  readonly says?: unknown
  /** What a document without the error would have there; null for nothing. Left out where no answer depends on it. */
  readonly is?: unknown
  /** What is true instead, in a sentence. */
  readonly instead: string
  /** The releases whose documents have it, as `release/` counts them; every release when empty. */
  readonly releases: {
    /** Those that have a change of release/changes.json. */
    readonly has?: ChangeName
    /** Those of one line, whose documents Adobe publishes together. */
    readonly line?: string
  }
  readonly links: readonly string[]
}

let read: readonly Deviation[] | undefined

/** Every known error, in the order of the file. */
export function allDeviations(): readonly Deviation[] {
  read ??= JSON.parse(readFileSync(packageFile('schemas/deviations.json'), 'utf8')).deviations as Deviation[]
  return read
}

const listed = new Map<string, readonly Deviation[]>()

/** The known errors of a kind of document as of a release: the same list for all releases that have the same. */
export function deviationsOf(kind: DocumentKind, release: Release): readonly Deviation[] {
  const own = allDeviations().filter(
    (deviation) => deviation.documents.includes(kind) && rangeOf(deviation).includes(release),
  )
  const key = own.map(({ id }) => id).join(' ')
  const known = listed.get(key) ?? own
  listed.set(key, known)
  return known
}

/** The releases whose documents have a known error. */
export function rangeOf({ releases: { has: change, line } }: Deviation): ReleaseRange {
  if (change) return has(change)
  return line ? ofLine(line) : everyRelease
}

/** A document without its known errors. */
export interface Corrected {
  readonly facts: Facts
  /** The known errors that it has, those among them that cannot be looked up included. */
  readonly present: readonly Deviation[]
  /** The places of those that it ought to have and has not. */
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

/** Whether a document has the error at its place. */
export function isThere(facts: unknown, pointer: string, { says }: Pick<Deviation, 'says'>): boolean {
  return isDeepStrictEqual(valueAt(facts, pointer) ?? null, says)
}

/** Whether the document has the operation or the definition at all: a guest's lists few. */
function isDescribed(facts: Facts, pointer: string): boolean {
  const [, area = '', name = ''] = pointer.split('/')
  return valueAt(facts, `/${area}/${name}`) !== undefined
}

/** Returns the known error at a place of a document. */
export function knownAt(pointer: string, deviations: readonly Deviation[]): Deviation | undefined {
  return deviations.find(({ at }) => at.some((pattern) => isWithin(pointer, pattern)))
}
