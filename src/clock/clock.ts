/** How time passes for the target. */
export interface Clock {
  /** Longest time that can pass at once, in seconds. */
  readonly longest: number
  /** The setting that would let more time pass. */
  readonly setting: string
  /** True when passing moves every scenario's time, so that all must agree on it first. */
  readonly shared: boolean
  /** Lets this many seconds pass for the target. */
  pass(seconds: number): Promise<void>
}
