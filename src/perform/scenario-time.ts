import type { Grade } from '../recording/evidence.ts'
import { firstValue } from '../recording/exchange.ts'
import type { Answered } from '../target/client/answered.ts'
import type { Client } from '../target/client/client.ts'
import type { Clock } from '../target/clock/clock.ts'
import type { Interval, Skew } from '../target/clock/skew.ts'
import type { SharedTime } from './shared-time.ts'

/** Milliseconds by which the second address's lead may change during a run. */
const aheadWithin = 1000

/**
 * Time of one scenario: lets it pass, and knows the shop's clock and the grade of evidence. Times are milliseconds on
 * one timeline: the local clock plus the time that was skipped for the target.
 */
export class ScenarioTime {
  /** The grade of evidence of responses from now on, in scenarios about expiry; passing time raises it. */
  evidence: Grade | undefined
  readonly #clock: Clock
  readonly #shared: SharedTime
  readonly #skew: Skew
  #leapt = false

  constructor(clock: Clock, shared: SharedTime, skew: Skew) {
    this.#clock = clock
    this.#shared = shared
    this.#skew = skew
  }

  /** The client of the second address after time has passed there; undefined for the usual client. */
  get client(): Client | undefined {
    return this.#leapt ? this.#clock.ahead?.client : undefined
  }

  now(): number {
    return Date.now() + (this.#shared.moved + (this.#leapt ? this.#lead : 0)) * 1000
  }

  /** Returns how far the shop's clock is ahead of the timeline; undefined if the shop does not send its time. */
  skew(): Interval | undefined {
    const { now, ahead } = this.#clock
    if (now) {
      const exact = now() - this.now()
      return { low: exact, high: exact }
    }
    const { known } = this.#skew
    return known && ahead ? { low: known.low - aheadWithin, high: known.high + aheadWithin } : known
  }

  /** Updates the shop's clock from a response; ignores cached ones (header Age). */
  observe({ response, startedAt, time }: Answered): void {
    if (this.#leapt) return
    const value = (name: string) => firstValue(response.headers, name)
    if (Number(value('age') ?? 0) > 0) return
    const sent = Date.parse(startedAt) + this.#shared.moved * 1000
    this.#skew.observe(Date.parse(value('date') ?? ''), sent, sent + time)
  }

  /** @param atLeast true if more time may pass than requested */
  canPass(seconds: number, atLeast = false): boolean {
    const rest = seconds - this.#leap
    return (atLeast || rest >= 0) && rest <= this.#clock.longest
  }

  /** Returns the seconds of real time needed to let this many seconds pass. */
  waits(seconds: number): number {
    return this.#clock.shared ? 0 : Math.max(0, seconds - this.#leap)
  }

  /** Minimum seconds that pass, given by the second address's lead; 0 without one. */
  get #leap(): number {
    return this.#leapt ? 0 : this.#lead
  }

  get #lead(): number {
    return this.#clock.ahead?.seconds ?? 0
  }

  /** @throws ClockError */
  async pass(seconds: number): Promise<void> {
    const rest = Math.max(0, seconds - this.#leap)
    this.#leapt = this.#clock.ahead !== undefined
    await this.#shared.pass(rest)
    // After a command has moved the clock, only new responses show its time.
    if (this.#clock.shared && !this.#clock.now) this.#skew.reset()
    if (this.evidence) this.evidence = this.#clock.grade
  }
}
