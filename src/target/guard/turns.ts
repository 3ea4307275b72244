import { setTimeout as sleep } from 'node:timers/promises'
import pLimit from 'p-limit'

/** So many answers tell how fast a shop is, and that it is as fast again. */
const enough = 10
const recovered = 3
/** An answer is as fast as usual within this factor and these milliseconds. */
const factor = 2
const grace = 100
/** Milliseconds of the first pause while a shop gives no answer, and of the longest. */
const firstPause = 1000
const longestPause = 30_000
/** After so few requests without an answer in a row the shop may only have had a slow moment. */
const fewUnanswered = 4

/**
 * How many requests are under way at once: as many as the run may send, and one at a time while the shop is slower
 * than before, as with cold caches after a change of its settings, or gives no answer.
 */
export class Turns {
  #atOnce: number
  readonly #limit: ReturnType<typeof pLimit>
  readonly #times: number[] = []
  #quick = 0
  #pause = firstPause
  #unanswered = 0
  #answeredAt = performance.now()

  constructor(atOnce: number) {
    this.#atOnce = atOnce
    this.#limit = pLimit(atOnce)
  }

  /** From now on no more at once than that. */
  atMost(requests: number): void {
    this.#atOnce = requests
    this.#limit.concurrency = Math.min(this.#limit.concurrency, requests)
  }

  /** From now on one request at a time, until the shop answers as fast as before. */
  slowDown(): void {
    this.#limit.concurrency = 1
    this.#quick = 0
  }

  /** Sends when it is its turn. */
  send<T>(request: () => Promise<T>): Promise<T> {
    return this.#limit(request)
  }

  /** @param milliseconds that an answer took */
  answered(milliseconds: number): void {
    this.#unanswered = 0
    this.#pause = firstPause
    this.#answeredAt = performance.now()
    if (this.#limit.concurrency === this.#atOnce) {
      if (this.#times.length < enough * 10) this.#times.push(milliseconds)
      return
    }
    this.#quick = milliseconds <= this.#usual * factor + grace ? this.#quick + 1 : 0
    if (this.#quick >= recovered) this.#limit.concurrency = this.#atOnce
  }

  /** Notes that a request got no answer. */
  failed(): void {
    this.#unanswered++
    this.slowDown()
  }

  /** Whether the shop has given no answer for so many milliseconds, however often it was asked. */
  isGone(forLong: number): boolean {
    return this.#unanswered >= fewUnanswered && performance.now() - this.#answeredAt >= forLong
  }

  /** A pause before the next request of anybody, longer each time. */
  pause(): Promise<void> {
    return this.#limit(async () => {
      const pause = this.#pause
      this.#pause = Math.min(pause * 2, longestPause)
      await sleep(pause)
    })
  }

  /** The median of the first answers; any answer is fast where too few are known. */
  get #usual(): number {
    if (this.#times.length < enough) return Number.POSITIVE_INFINITY
    const sorted = [...this.#times].sort((a, b) => a - b)
    return sorted[Math.floor(sorted.length / 2)] as number
  }
}
