import type { Exchange } from '../../recording/exchange.ts'

/** Bounds in milliseconds. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/**
 * How far a target's clock is ahead of ours, from times it states in whole seconds (the `Date` header, a token's
 * `iat`). One tells it to a second and the answer's latency; each further one narrows it down.
 */
export class Skew {
  #known: Interval | undefined
  #scattered = false
  #observed = 0

  /**
   * @param stated what the target said, milliseconds since 1970, its fraction of a second cut off; NaN is ignored
   * @param sent when the request went out, by our clock, and `received` when the answer was there
   */
  observe(stated: number, sent: number, received: number): void {
    if (Number.isNaN(stated)) return
    const one = boundsOf(stated, sent, received)
    const both = this.#known ? intersection(this.#known, one) : one
    this.#observed++
    // Several servers, or a clock that was set: from then on it is only known to lie somewhere among them.
    if (!both || this.#scattered) {
      this.#scattered = true
      const { low, high } = this.#known ?? one
      this.#known = { low: Math.min(low, one.low), high: Math.max(high, one.high) }
    } else this.#known = both
  }

  /** Undefined until the target has stated a time. */
  get known(): Interval | undefined {
    return this.#known
  }

  get observed(): number {
    return this.#observed
  }

  /** Forgets all: the clock was moved. */
  reset(): void {
    this.#known = undefined
    this.#scattered = false
    this.#observed = 0
  }
}

/** What a single stated time says of the skew. Parameters as of `Skew.observe`. */
export function boundsOf(stated: number, sent: number, received: number): Interval {
  return { low: stated - received, high: stated + 1000 - sent }
}

/** What both allow; undefined when they contradict each other. */
export function intersection(a: Interval, b: Interval): Interval | undefined {
  const both = { low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) }
  return both.low <= both.high ? both : undefined
}

/** Seconds by which a target's clock is ahead of ours, as the Date header of one answer tells; undefined without one. */
export function skewIn(answer: Exchange): number | undefined {
  const { startedAt, time } = answer.data
  const sent = Date.parse(startedAt)
  const { low, high } = boundsOf(Date.parse(answer.header('date') ?? ''), sent, sent + time)
  return Number.isNaN(low) ? undefined : Math.round((low + high) / 2000)
}
