import type { Clock } from '../target/clock/clock.ts'

interface Waiter {
  readonly until: number
  readonly wake: () => void
  readonly fail: (error: unknown) => void
}

/**
 * Shares one movable clock between concurrent scenarios: time moves only when all running scenarios wait for it, and
 * only as far as the earliest of them needs. So no token ages unexpectedly.
 */
export class SharedTime {
  readonly #clock: Clock
  #now = 0
  #running = 0
  #waiters: Waiter[] = []

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Call before starting this many scenarios. */
  begin(scenarios: number): void {
    this.#running += scenarios
  }

  /** Seconds by which the clock was moved for all; always 0 for a clock that is not shared. */
  get moved(): number {
    return this.#now
  }

  /** Resolves once this many seconds have passed for the target. @throws ClockError */
  async pass(seconds: number): Promise<void> {
    if (!this.#clock.shared) return this.#clock.pass(seconds)
    await new Promise<void>((wake, fail) => {
      this.#waiters.push({ until: this.#now + seconds, wake, fail })
      void this.#moveWhenAllWait()
    })
  }

  /** Call when a scenario has ended. */
  async ended(): Promise<void> {
    this.#running--
    await this.#moveWhenAllWait()
  }

  async #moveWhenAllWait(): Promise<void> {
    if (this.#waiters.length === 0 || this.#waiters.length < this.#running) return
    const next = Math.min(...this.#waiters.map((waiter) => waiter.until))
    const due = this.#waiters.filter((waiter) => waiter.until === next)
    this.#waiters = this.#waiters.filter((waiter) => waiter.until !== next)
    try {
      await this.#clock.pass(next - this.#now)
      this.#now = next
      for (const waiter of due) waiter.wake()
    } catch (error) {
      // Fail those that wait for later times too.
      const all = [...due, ...this.#waiters]
      this.#waiters = []
      for (const waiter of all) waiter.fail(error)
    }
  }
}
