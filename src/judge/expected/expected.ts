/** What is known to fail, as an entry of the file of expected failures says it (schemas/expected.schema.json). */
export interface ExpectedFailure {
  /** The requirements that it is about: one of these three is given. */
  readonly id?: string
  readonly ids?: readonly string[]
  readonly area?: string
  readonly reason: string
  readonly link?: string
  readonly owner?: string
  /** The last day on which the failure is accepted, in UTC: `2026-12-31`. */
  readonly until?: string
  /** What exactly is accepted, for all of them or by id; any failure when not given. */
  readonly actual?: string | Readonly<Record<string, string>>
  /** Whether it is accepted too that one of them is blocked. */
  readonly blocked?: true
}

export interface ExpectedFailures {
  /** The file, as the user named it. */
  readonly file: string
  readonly entries: readonly ExpectedFailure[]
}

/**
 * accepted: it does not hold, as the file says · stale: it passes, so that the entry is to be removed · overdue: it does
 * not hold, and the last day is over · different: it fails, and otherwise than the file accepts · not judged: this run
 * says nothing of it, and so nothing of the entry
 */
export type KnownState = 'accepted' | 'stale' | 'overdue' | 'different' | 'not judged'

/** What the file says of a requirement, and what became of it. */
export interface Known extends Pick<ExpectedFailure, 'reason' | 'link' | 'owner' | 'until'> {
  /** The area that is listed, where the requirement itself is not. */
  readonly area?: string
  /** What exactly is accepted of this requirement. */
  readonly accepts?: string
  readonly state: KnownState
}

/** What became of the whole file, by ids. */
export interface ExpectedReport {
  readonly file: string
  readonly accepted: readonly string[]
  readonly stale: readonly string[]
  readonly overdue: readonly string[]
  /** Left out where there is none. */
  readonly different?: readonly string[]
  /** Ids and areas: selected or not, this run says nothing of them. */
  readonly notJudged: readonly string[]
}

/** The ids that an entry names; none of an entry about an area. */
export const idsOf = ({ id, ids = [] }: Pick<ExpectedFailure, 'id' | 'ids'>): readonly string[] =>
  id === undefined ? ids : [id]

/** What an entry is about, for people: `TOKEN-04, TOKEN-05` or `area TOKEN`. */
export const namesOf = (entry: Pick<ExpectedFailure, 'id' | 'ids' | 'area'>): string =>
  entry.area === undefined ? idsOf(entry).join(', ') : `area ${entry.area}`
