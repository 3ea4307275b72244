import type { ChangeKind } from './classes.ts'

/** A difference between two responses, in a form that does not vary between runs. */
export interface Difference {
  readonly kind: ChangeKind
  /** `status`, `header cache-control`, `mail`, or a JSON pointer with a star for list indexes. */
  readonly place: string
  readonly before: string
  readonly after: string
}
