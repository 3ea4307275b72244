/** Milliseconds between two requests after the first refusal, and at most. */
const firstGap = 50
const longestGap = 1000

/**
 * How fast a run asks a target that refuses requests and does not say when to come back: with each refusal fewer at
 * once and further apart, and a little faster again with each answer.
 */
export class Pace {
  #atOnce: number
  #gap = 0
  #nextAt = 0
  #down = false

  /** @param atOnce requests under way at once, before any refusal */
  constructor(atOnce: number) {
    this.#atOnce = atOnce
  }

  get atOnce(): number {
    return this.#atOnce
  }

  /** Whether a request was refused to the end, and nothing was answered since: waiting for more would be in vain. */
  get isDown(): boolean {
    return this.#down
  }

  /** Takes the next place in the queue. @returns milliseconds until it is that request's turn */
  turn(): number {
    if (this.#gap === 0) return 0
    const now = performance.now()
    const at = Math.max(now, this.#nextAt)
    this.#nextAt = at + this.#gap
    return at - now
  }

  refused(): void {
    this.#gap = Math.min(longestGap, Math.max(firstGap, this.#gap * 1.5))
    this.#atOnce = Math.max(1, Math.floor(this.#atOnce / 2))
  }

  answered(): void {
    this.#down = false
    this.#gap *= 0.99
  }

  gaveUp(): void {
    this.#down = true
  }
}
