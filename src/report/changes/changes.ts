import {
  type ChangeKind,
  type ChangeName,
  changesBetween,
  has,
  howKnown,
  type Known,
  parseRelease,
  releaseChanges,
} from '../../../release/index.ts'
import type { Requirement } from '../../judge/requirement.ts'
import { describeSource, linkOf, type Source } from '../../judge/source.ts'
import { suite } from '../../shared/version.ts'

/** Increase it when a reader of an older document would misread it. Fixed by schemas/changes.schema.json. */
export const changesVersion = 1

/** The classes of changes, the most urgent for clients first. */
export const kinds = ['tightened', 'gone', 'changed', 'loosened', 'new'] as const satisfies readonly ChangeKind[]

/** Compares two changes by their class. */
export const byClass = (one: ClientChange, other: ClientChange): number =>
  kinds.indexOf(one.class) - kinds.indexOf(other.class)

/** The responses of the reference to one request, as each of the two releases. */
export interface Example {
  readonly operation: string
  readonly scenario: string
  readonly exchange: string
  /** `status`, a JSON pointer into the body, or a header. */
  readonly place: string
  readonly before: string
  readonly after: string
}

/** A change that an API client will notice. */
export interface ClientChange {
  readonly name: ChangeName
  readonly class: ChangeKind
  /** `begins`: only the later release has it; `ends`: only the earlier one. */
  readonly effect: 'begins' | 'ends'
  /** True if the release itself was not read, but a similar one. */
  readonly assumed: boolean
  readonly says: string
  readonly releases: string
  /** What to do in a client. */
  readonly client: string
  readonly source: string
  readonly link?: string
  readonly requirements: readonly string[]
  /** Omitted if no response of the reference shows it. */
  readonly example?: Example
}

/** A release and how well it is known. */
export interface KnownRelease {
  readonly name: string
  readonly known: Known
}

export interface Changes {
  readonly $schema: 'changes.schema.json'
  readonly version: typeof changesVersion
  readonly suite: { readonly name: string; readonly version: string }
  readonly before: KnownRelease
  readonly after: KnownRelease
  readonly changes: readonly ClientChange[]
  /** Requirements that apply to only one of the releases. */
  readonly requirements: { readonly begin: readonly string[]; readonly end: readonly string[] }
  /** Those that no listed change explains. */
  readonly unexplained: readonly UnexplainedRequirement[]
}

/** A requirement that applies to only one of two releases, without a named change that explains it. */
export interface UnexplainedRequirement extends Pick<Requirement, 'id' | 'level' | 'sentence'> {
  readonly effect: ClientChange['effect']
}

/** The class of a change that ends. */
const reversed: Readonly<Record<ChangeKind, ChangeKind>> = {
  tightened: 'loosened',
  loosened: 'tightened',
  changed: 'changed',
  new: 'gone',
  gone: 'new',
}

/**
 * Returns what an API client notices between two releases, by class.
 * @param before a known release
 * @param after a known release
 * @param examples responses of the reference, by change
 */
export function changesOf(
  before: string,
  after: string,
  requirements: readonly Requirement[],
  examples: ReadonlyMap<ChangeName, Example> = new Map(),
): Changes {
  const [here, there] = [parseRelease(before), parseRelease(after)]
  const differing = requirements.filter((one) => one.in.includes(here) !== one.in.includes(there))
  const changes = seenBetween(before, after).map((name) =>
    clientChange(name, has(name).includes(there) ? 'begins' : 'ends', differing, examples.get(name)),
  )
  const ids = (holds: boolean) => differing.filter((one) => one.in.includes(there) === holds).map(({ id }) => id)
  return {
    $schema: 'changes.schema.json',
    version: changesVersion,
    suite: { name: suite.name, version: suite.version },
    before: { name: before, known: howKnown(here) ?? 'assumed' },
    after: { name: after, known: howKnown(there) ?? 'assumed' },
    changes: changes.sort(byClass),
    requirements: { begin: ids(true), end: ids(false) },
    unexplained: differing
      .filter(({ id }) => !changes.some((one) => one.requirements.includes(id)))
      .map(({ id, level, sentence, in: range }) => ({
        id,
        level,
        sentence,
        effect: range.includes(there) ? 'begins' : 'ends',
      })),
  }
}

/** Returns the changes between two releases that a client can see. */
export function seenBetween(before: string, after: string): ChangeName[] {
  const all: readonly string[] = changesBetween(before, after)
  return (all as ChangeName[]).filter((name) => {
    const { unseen, within } = releaseChanges[name]
    return !unseen && !all.includes(within as string)
  })
}

/** Returns a change and the changes that only modify it. */
const withAltering = (name: string): string[] => [
  name,
  ...Object.keys(releaseChanges).filter((other) => releaseChanges[other as ChangeName].within === name),
]

/** Describes a change for a client. @param differing the requirements that apply to only one of the releases */
export function clientChange(
  name: ChangeName,
  effect: ClientChange['effect'],
  differing: readonly Requirement[],
  example?: Example,
): ClientChange {
  const { kind, known, source, otherwise, ...begun } = releaseChanges[name]
  const link = linkOf(source as Source)
  const ends = effect === 'ends'
  const { says, client } = ends ? (otherwise ?? { says: `no longer: ${begun.says}`, client: begun.client }) : begun
  return {
    name,
    class: ends ? reversed[kind] : kind,
    effect,
    assumed: known === 'assumed',
    says,
    releases: has(name).text,
    client,
    source: describeSource(source as Source),
    ...(link ? { link } : {}),
    requirements: differing
      .filter((one) => withAltering(name).some((own) => one.in.changes?.includes(own)))
      .map(({ id }) => id),
    ...(example ? { example } : {}),
  }
}
