import type { Clock } from '../clock/clock.ts'

interface Waiter {
  readonly until: number
  readonly wake: () => void
}

/**
 * Makes one movable clock fit for scenarios that run side by side: time moves only when every scenario still
 * running waits for it, and then no further than the earliest of them wants. Nobody's token ages by surprise.
 */
export class SharedTime {
  readonly #clock: Clock
  #now = 0
  #running: number
  #waiters: Waiter[] = []

  constructor(clock: Clock, scenarios: number) {
    this.#clock = clock
    this.#running = scenarios
  }

  /** Resolves once this many seconds have passed for the target. */
  async pass(seconds: number): Promise<void> {
    if (!this.#clock.shared) return this.#clock.pass(seconds)
    await new Promise<void>((wake) => {
      this.#waiters.push({ until: this.#now + seconds, wake })
      void this.#moveWhenAllWait()
    })
  }

  /** To be called when a scenario has ended. */
  async ended(): Promise<void> {
    this.#running--
    await this.#moveWhenAllWait()
  }

  async #moveWhenAllWait(): Promise<void> {
    if (this.#waiters.length === 0 || this.#waiters.length < this.#running) return
    const next = Math.min(...this.#waiters.map((waiter) => waiter.until))
    const due = this.#waiters.filter((waiter) => waiter.until === next)
    this.#waiters = this.#waiters.filter((waiter) => waiter.until !== next)
    await this.#clock.pass(next - this.#now)
    this.#now = next
    for (const waiter of due) waiter.wake()
  }
}
