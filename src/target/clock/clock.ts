import type { Client } from '../client/client.ts'

/** Lets time pass for the target. */
export interface Clock {
  /** Maximum seconds that can pass at once. */
  readonly longest: number
  /** The setting that raises `longest`. */
  readonly setting: string
  /** True if time passes for all scenarios at once, so that they must coordinate. */
  readonly shared: boolean
  /** The grade of evidence of an answer after time has passed by this clock. */
  readonly grade: 'watched' | 'clocked'
  /** The target's time in milliseconds since 1970, if it is directly readable. */
  readonly now?: () => number
  /** A second address of the same shop with a clock that is ahead by `seconds`. */
  readonly ahead?: { readonly client: Client; readonly seconds: number }
  /** Lets this many seconds pass for the target. @throws ClockError */
  pass(seconds: number): Promise<void>
}

/** Thrown if the clock of the target could not be moved. */
export class ClockError extends Error {
  override name = 'ClockError'
}
