import type { Change } from '../reference/index.ts'

/** A small named change of the reference that breaks promises, and which. */
export interface Fault {
  /** Kebab case, for ever: `exp-ignored`. */
  readonly id: string
  /** What such a server does, for people: `an expired token still opens the profile`. */
  readonly does: string
  /** Exactly the requirements it turns red. What is only blocked by one of them is not among them. */
  readonly breaks: readonly string[]
  /** The release the reference runs as; the newest when not given. */
  readonly release?: string
  /** Settings the reference runs with, by Magento's configuration path. */
  readonly settings?: Readonly<Record<string, string>>
  /** Where it really happened: a public thread `owner/repository#number`, or a release. */
  readonly origin?: string
  readonly change: Change
}

/** Lets an area's file state its faults with the type checked. */
export function faults(list: readonly Fault[]): readonly Fault[] {
  return list
}
