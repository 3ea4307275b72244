import type { Change } from '../reference/index.ts'

/** A small named change of the reference, with the requirements that it breaks. */
export interface Fault {
  /** Kebab case, never changed: `exp-ignored`. */
  readonly id: string
  /** What such a server does, for output: `an expired token still opens the profile`. */
  readonly does: string
  /** Exactly the requirements that fail because of it, without those that are only blocked. */
  readonly breaks: readonly string[]
  /** The release of the reference; default: the newest recorded one. */
  readonly release?: string
  /** Settings of the reference, by Magento's configuration path. */
  readonly settings?: Readonly<Record<string, string>>
  /** Where it really occurred: a public thread `owner/repository#number`, or a release. */
  readonly origin?: string
  readonly change: Change
}

/** Returns the list unchanged, for type checking. */
export function faults(list: readonly Fault[]): readonly Fault[] {
  return list
}
