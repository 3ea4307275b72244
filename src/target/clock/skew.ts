import type { Exchange } from '../../recording/exchange.ts'

/** Bounds in milliseconds. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/**
 * Estimates how far a target's clock is ahead of the local one, from times in whole seconds (the `Date` header, a
 * token's `iat`). One observation gives it to a second plus latency; each further one narrows the interval.
 */
export class Skew {
  #known: Interval | undefined
  #scattered = false
  #observed = 0

  /**
   * @param stated time stated by the target, milliseconds since 1970, truncated to a second; NaN is ignored
   * @param sent local time when the request was sent
   * @param received local time when the response arrived
   */
  observe(stated: number, sent: number, received: number): void {
    if (Number.isNaN(stated)) return
    const one = boundsOf(stated, sent, received)
    const both = this.#known ? intersection(this.#known, one) : one
    this.#observed++
    // Several servers, or a clock that was set: from now on the interval spans all observations.
    if (!both || this.#scattered) {
      this.#scattered = true
      const { low, high } = this.#known ?? one
      this.#known = { low: Math.min(low, one.low), high: Math.max(high, one.high) }
    } else this.#known = both
  }

  /** undefined until the target has stated a time. */
  get known(): Interval | undefined {
    return this.#known
  }

  get observed(): number {
    return this.#observed
  }

  /** Discards all observations, after the clock was moved. */
  reset(): void {
    this.#known = undefined
    this.#scattered = false
    this.#observed = 0
  }
}

/** Returns the bounds of the skew from a single observation. Parameters as for `Skew.observe`. */
export function boundsOf(stated: number, sent: number, received: number): Interval {
  return { low: stated - received, high: stated + 1000 - sent }
}

/** Returns the intersection; undefined if it is empty. */
export function intersection(a: Interval, b: Interval): Interval | undefined {
  const both = { low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) }
  return both.low <= both.high ? both : undefined
}

/**
 * Returns the seconds by which a target's clock is ahead of the local one, from the `Date` header; undefined without
 * it.
 */
export function skewIn(answer: Exchange): number | undefined {
  const { startedAt, time } = answer.data
  const sent = Date.parse(startedAt)
  const { low, high } = boundsOf(Date.parse(answer.header('date') ?? ''), sent, sent + time)
  return Number.isNaN(low) ? undefined : Math.round((low + high) / 2000)
}
