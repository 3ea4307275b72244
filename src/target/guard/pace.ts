/** Milliseconds between two requests: after the first refusal, and at most. */
const firstGap = 50
const longestGap = 1000

/**
 * Controls the request rate for a target that refuses requests without saying when to retry. Each refusal lowers the
 * concurrency and widens the gap between requests; each answer narrows the gap a little.
 */
export class Pace {
  #atOnce: number
  #gap = 0
  #nextAt = 0
  #down = false
  readonly #hopeless = new Set<string>()
  readonly #answers = new Map<string, number>()
  readonly #recovered = new Map<string, number>()
  #hasAnswered = false

  /** @param atOnce concurrent requests before any refusal */
  constructor(atOnce: number) {
    this.#atOnce = atOnce
  }

  get atOnce(): number {
    return this.#atOnce
  }

  /**
   * True if waiting is useless: all retries of this route were refused before, or all of any route and no request has
   * been answered since.
   */
  isHopeless(route: string): boolean {
    return this.#down || this.#hopeless.has(route)
  }

  /** True if this route was refused to the last retry and then answered, more than once: the reason is not the pace. */
  saysSoItself(route: string): boolean {
    return (this.#recovered.get(route) ?? 0) > 1
  }

  /** Takes the next place in the queue. @returns milliseconds to wait for it */
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

  /** Returns the number of answered requests of this route. */
  answersTo(route: string): number {
    return this.#answers.get(route) ?? 0
  }

  /** True if the target has answered any request, so that it is reachable and its refusals are a rate limit. */
  get hasAnswered(): boolean {
    return this.#hasAnswered
  }

  answered(route: string): void {
    this.#hasAnswered = true
    this.#down = false
    this.#answers.set(route, this.answersTo(route) + 1)
    if (this.#hopeless.delete(route)) this.#recovered.set(route, (this.#recovered.get(route) ?? 0) + 1)
    this.#gap *= 0.97
  }

  gaveUp(route: string): void {
    this.#down = true
    this.#hopeless.add(route)
  }
}
