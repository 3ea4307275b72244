/** A requirement that is known to fail, as the file of expected failures lists it (schemas/expected.schema.json). */
export interface ExpectedFailure {
  readonly id: string
  readonly reason: string
  readonly link?: string
  readonly owner?: string
  /** The last day on which the failure is accepted, in UTC: `2026-12-31`. */
  readonly until?: string
}

export interface ExpectedFailures {
  /** The file, as the user named it. */
  readonly file: string
  readonly entries: readonly ExpectedFailure[]
}

/**
 * accepted: it does not hold, as the file says · stale: it passes, so that the entry is to be removed · overdue: it does
 * not hold, and the last day is over · not judged: this run says nothing of it, and so nothing of the entry
 */
export type KnownState = 'accepted' | 'stale' | 'overdue' | 'not judged'

/** What the file says of a requirement, and what became of it. */
export interface Known extends Omit<ExpectedFailure, 'id'> {
  readonly state: KnownState
}

/** What became of the whole file, by ids. */
export interface ExpectedReport {
  readonly file: string
  readonly accepted: readonly string[]
  readonly stale: readonly string[]
  readonly overdue: readonly string[]
  /** Selected or not, this run says nothing of them. */
  readonly notJudged: readonly string[]
}
