import { setTimeout as sleep } from 'node:timers/promises'
import pLimit from 'p-limit'

/** Answers needed to know the usual speed, and fast ones in a row that end a slowdown. */
const enough = 10
const recovered = 3
/** An answer is fast if it takes no longer than usual times `factor`, plus `grace` milliseconds. */
const factor = 2
const grace = 100
/** Milliseconds of the first and of the longest pause while the shop gives no answer. */
const firstPause = 1000
const longestPause = 30_000
/** Fewer consecutive requests without an answer may be a short disturbance. */
const fewUnanswered = 4

/**
 * Limits concurrent requests: to the configured number, or to one while the shop is slower than before (cold caches
 * after a change of settings) or gives no answer.
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

  /** Lowers the concurrency limit. */
  atMost(requests: number): void {
    this.#atOnce = requests
    this.#limit.concurrency = Math.min(this.#limit.concurrency, requests)
  }

  /** Sends one request at a time until the shop answers as fast as before. */
  slowDown(): void {
    this.#limit.concurrency = 1
    this.#quick = 0
  }

  /** Queues a request and sends it in its turn. */
  send<T>(request: () => Promise<T>): Promise<T> {
    return this.#limit(request)
  }

  /** Notes an answer. @param milliseconds its duration */
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

  /** Notes a request without an answer. */
  failed(): void {
    this.#unanswered++
    this.slowDown()
  }

  /** True if the shop has answered nothing for this many milliseconds, despite several requests. */
  isGone(forLong: number): boolean {
    return this.#unanswered >= fewUnanswered && performance.now() - this.#answeredAt >= forLong
  }

  /** Pauses all requests; each pause is twice as long as the one before, up to the maximum. */
  pause(): Promise<void> {
    return this.#limit(async () => {
      const pause = this.#pause
      this.#pause = Math.min(pause * 2, longestPause)
      await sleep(pause)
    })
  }

  /** The median of the first answers; infinite while too few are known, so that any answer counts as fast. */
  get #usual(): number {
    if (this.#times.length < enough) return Number.POSITIVE_INFINITY
    const sorted = [...this.#times].sort((a, b) => a - b)
    return sorted[Math.floor(sorted.length / 2)] as number
  }
}
