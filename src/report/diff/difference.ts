import type { ChangeKind } from './classes.ts'

/** A difference between two answers, in a form that is the same in every run. */
export interface Difference {
  readonly kind: ChangeKind
  /** Where: `status`, `/addresses/0/id` with a star for the index, `header cache-control`, `mail`. */
  readonly place: string
  readonly before: string
  readonly after: string
}
