import type { Grade } from '../recording/evidence.ts'
import { firstValue } from '../recording/exchange.ts'
import type { Answered } from '../target/client/answered.ts'
import type { Client } from '../target/client/client.ts'
import type { Clock } from '../target/clock/clock.ts'
import type { Interval, Skew } from '../target/clock/skew.ts'
import type { SharedTime } from './shared-time.ts'

/** Milliseconds by which the clock of a second address may differ from what was measured at the start. */
const aheadWithin = 1000

/**
 * Time as one scenario sees it: how it passes, what the shop's clock shows, and what the answers are evidence of.
 * All moments are milliseconds on one timeline: our clock, plus what was let pass for the target besides.
 */
export class ScenarioTime {
  /** What the answers from now on are evidence of, in a scenario about expiry: time that passes makes it stronger. */
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

  /** Where to ask once time has passed at a second address; undefined for the usual one. */
  get client(): Client | undefined {
    return this.#leapt ? this.#clock.ahead?.client : undefined
  }

  now(): number {
    return Date.now() + (this.#shared.moved + (this.#leapt ? this.#lead : 0)) * 1000
  }

  /** How far the shop's clock is ahead of the timeline; undefined when the shop does not tell the time. */
  skew(): Interval | undefined {
    const { now, ahead } = this.#clock
    if (now) {
      const exact = now() - this.now()
      return { low: exact, high: exact }
    }
    const { known } = this.#skew
    return known && ahead ? { low: known.low - aheadWithin, high: known.high + aheadWithin } : known
  }

  /** Learns the shop's clock from an answer. What a cache kept is as old as it says. */
  observe({ response, startedAt, time }: Answered): void {
    if (this.#leapt) return
    const value = (name: string) => firstValue(response.headers, name)
    if (Number(value('age') ?? 0) > 0) return
    const sent = Date.parse(startedAt) + this.#shared.moved * 1000
    this.#skew.observe(Date.parse(value('date') ?? ''), sent, sent + time)
  }

  /** @param atLeast whether more than that may pass as well */
  canPass(seconds: number, atLeast = false): boolean {
    const rest = seconds - this.#leap
    return (atLeast || rest >= 0) && rest <= this.#clock.longest
  }

  /** Seconds of real time that letting so many pass takes. */
  waits(seconds: number): number {
    return this.#clock.shared ? 0 : Math.max(0, seconds - this.#leap)
  }

  /** Seconds that pass at least, since a second address is that far ahead; 0 where there is none. */
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
    // A clock moved by a command is where it is: only its further answers tell.
    if (this.#clock.shared && !this.#clock.now) this.#skew.reset()
    if (this.evidence) this.evidence = this.#clock.grade
  }
}
