/** An entry of the file of expected failures (schemas/expected.schema.json). */
export interface ExpectedFailure {
  /** Its requirements; exactly one of these three is given. */
  readonly id?: string
  readonly ids?: readonly string[]
  readonly area?: string
  readonly reason: string
  readonly link?: string
  readonly owner?: string
  /** The last day on which the failure is accepted, UTC: `2026-12-31`. */
  readonly until?: string
  /** The accepted failure text, for all requirements or by id; any failure if absent. */
  readonly actual?: string | Readonly<Record<string, string>>
  /** True if being blocked is accepted too. */
  readonly blocked?: true
}

export interface ExpectedFailures {
  /** The file as the user named it. */
  readonly file: string
  readonly entries: readonly ExpectedFailure[]
}

/**
 * accepted: fails as the entry states · stale: passes, so the entry should be removed · overdue: fails after the last
 * day · different: fails, but not as the entry accepts · not judged: this run has no result for it
 */
export type KnownState = 'accepted' | 'stale' | 'overdue' | 'different' | 'not judged'

/** The entry of a requirement, and its state after the run. */
export interface Known extends Pick<ExpectedFailure, 'reason' | 'link' | 'owner' | 'until'> {
  /** The listed area, if the requirement itself is not listed. */
  readonly area?: string
  /** The accepted failure text of this requirement. */
  readonly accepts?: string
  readonly state: KnownState
}

/** The states of all entries after the run, by id. */
export interface ExpectedReport {
  readonly file: string
  readonly accepted: readonly string[]
  readonly stale: readonly string[]
  readonly overdue: readonly string[]
  /** Absent if there are none. */
  readonly different?: readonly string[]
  /** Ids and areas without a result in this run. */
  readonly notJudged: readonly string[]
}

/** Returns the ids that an entry names; empty for an entry about an area. */
export const idsOf = ({ id, ids = [] }: Pick<ExpectedFailure, 'id' | 'ids'>): readonly string[] =>
  id === undefined ? ids : [id]

/** Returns what an entry is about, for output: `TOKEN-04, TOKEN-05` or `area TOKEN`. */
export const namesOf = (entry: Pick<ExpectedFailure, 'id' | 'ids' | 'area'>): string =>
  entry.area === undefined ? idsOf(entry).join(', ') : `area ${entry.area}`
