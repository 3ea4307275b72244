import changes from './changes.json' with { type: 'json' }
import { lines } from './lines.ts'
import { all, before, from, not, type ReleaseRange } from './range.ts'
import { formatRelease, parseRelease } from './release.ts'

/** The name of something that releases do differently, as `release/changes.json` lists them. */
export type ChangeName = keyof typeof changes

/** For a client: more is refused, more is accepted, it is answered otherwise, there is something new, or gone. */
export type ChangeKind = 'tightened' | 'loosened' | 'changed' | 'new' | 'gone'

/** What a change is; when it is stands in the files of the lines. */
export interface ReleaseChange {
  readonly kind: ChangeKind
  /** A circumstance that no client sees, and that only decides what can be judged. */
  readonly unseen?: boolean
  /** The change whose rules it alters: who meets both at once notices that one alone. */
  readonly within?: string
  /** `assumed` where only a near version was read, so that it makes no MUST. */
  readonly known?: 'read' | 'assumed'
  /** By what a shop shows it to anyone. */
  readonly sign?: ChangeSign
  /** In half a sentence, to follow `from 2.4.8`. */
  readonly says: string
  /** What to do in a client. */
  readonly client: string
  /** What releases do that do not have it, in half a sentence, and what to do in a client that meets them. */
  readonly otherwise?: { readonly says: string; readonly client: string }
  /** The scenario whose answers are the example of it. */
  readonly shown?: string
  readonly source: { readonly kind: string; readonly at: string; readonly release?: string }
}

/** By what a shop shows a change before anything else is asked. */
export interface ChangeSign {
  /** A field of GraphQL `storeConfig`. */
  readonly storeConfig?: string
  /** A route of REST that refuses a guest: `POST /V1/…`. */
  readonly route?: string
  /** The last running shop that was seen without it, and the first with it, where releases between them were not asked. */
  readonly seen?: readonly string[]
}

/** Every change by its name. */
export const releaseChanges = changes as Readonly<Record<ChangeName, ReleaseChange>>

const ranges = new Map<string, ReleaseRange>()

/**
 * The releases that have a change, as the files of the lines say.
 * @throws Error when no line brings it
 */
export function has(name: ChangeName): ReleaseRange {
  const range = ranges.get(name) ?? rangeOf(name)
  ranges.set(name, range)
  return range
}

/** The releases that do not have a change. */
export const lacks = (name: ChangeName): ReleaseRange => not(has(name))

/**
 * What two releases do differently, in the order of `release/changes.json`.
 * @throws ReleaseError when one is no release
 */
export function changesBetween(before: string, after: string): ChangeName[] {
  const [here, there] = [parseRelease(before), parseRelease(after)]
  const names = Object.keys(releaseChanges) as ChangeName[]
  return names.filter((name) => has(name).includes(here) !== has(name).includes(there))
}

function rangeOf(name: ChangeName): ReleaseRange {
  const [begins, ends] = (['brings', 'ends'] as const).map((side) =>
    lines.flatMap(({ line, [side]: patches }) =>
      patches[name] === undefined ? [] : [formatRelease({ ...parseRelease(line), patch: patches[name] })],
    ),
  ) as [string[], string[]]
  if (begins.length === 0) throw new Error(`no file in release/lines brings "${name}"`)
  const range = ends.length === 0 ? from(...begins) : all(from(...begins), before(...ends))
  return { ...range, changes: [name] }
}
