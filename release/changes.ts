import changes from './changes.json' with { type: 'json' }
import { lines } from './lines.ts'
import { all, before, from, not, type ReleaseRange } from './range.ts'
import { formatRelease, parseRelease } from './release.ts'

/** The name of a difference between releases, as in `release/changes.json`. */
export type ChangeName = keyof typeof changes

/**
 * The effect on a client: more is refused, more is accepted, a different response, something new, something removed.
 */
export type ChangeKind = 'tightened' | 'loosened' | 'changed' | 'new' | 'gone'

/** A change. The files of the lines say which releases have it. */
export interface ReleaseChange {
  readonly kind: ChangeKind
  /** True if no client can see it, so that it only affects what can be judged. */
  readonly unseen?: boolean
  /** The larger change whose rules it modifies. Between releases that differ in both, only the larger one is listed. */
  readonly within?: string
  /** `assumed` if only a similar version was read; such a change is the basis of no MUST. */
  readonly known?: 'read' | 'assumed'
  /** How a shop shows it to anyone. */
  readonly sign?: ChangeSign
  /** A phrase that follows `from 2.4.8`. */
  readonly says: string
  /** What to do in a client. */
  readonly client: string
  /** What releases without it do, as a phrase, and what to do in a client for them. */
  readonly otherwise?: { readonly says: string; readonly client: string }
  /** The scenario whose responses are the example. */
  readonly shown?: string
  readonly source: { readonly kind: string; readonly at: string; readonly release?: string }
}

/** How a shop shows a change before any scenario. */
export interface ChangeSign {
  /** A field of GraphQL `storeConfig` that exists with the change. */
  readonly storeConfig?: string
  /** A REST route that refuses a guest if it exists: `POST /V1/…`. */
  readonly route?: string
  /** The last running shop seen without it and the first with it, if releases in between were not tested. */
  readonly seen?: readonly string[]
}

/** All changes by name. */
export const releaseChanges = changes as Readonly<Record<ChangeName, ReleaseChange>>

const ranges = new Map<string, ReleaseRange>()

/**
 * Returns the releases that have a change, according to the files of the lines.
 * @throws Error if no line has it
 */
export function has(name: ChangeName): ReleaseRange {
  const range = ranges.get(name) ?? rangeOf(name)
  ranges.set(name, range)
  return range
}

/** Returns the releases that do not have a change. */
export const lacks = (name: ChangeName): ReleaseRange => not(has(name))

/**
 * Returns the changes in which two releases differ, in the order of `release/changes.json`.
 * @throws ReleaseError for an invalid release
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
