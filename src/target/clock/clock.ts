import type { Client } from '../client/client.ts'

/** How a run lets time pass for the target. */
export interface Clock {
  /** Longest time that can pass at once, in seconds. */
  readonly longest: number
  /** The setting that would let more time pass. */
  readonly setting: string
  /** True when passing moves every scenario's time, so that all must agree on it first. */
  readonly shared: boolean
  /** What an answer is evidence of once time has passed by this clock. */
  readonly grade: 'watched' | 'clocked'
  /** The target's time, milliseconds since 1970, where the clock is ours to read. */
  readonly now?: () => number
  /** A second address of the same shop: asked once time is to pass, since there it has passed already. */
  readonly ahead?: { readonly client: Client; readonly seconds: number }
  /** Lets this many seconds pass for the target. @throws ClockError */
  pass(seconds: number): Promise<void>
}

/** Thrown if the clock of the target could not be moved. */
export class ClockError extends Error {
  override name = 'ClockError'
}
