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
  readonly #hopeless = new Set<string>()
  readonly #answers = new Map<string, number>()
  readonly #recovered = new Map<string, number>()
  #hasAnswered = false

  /** @param atOnce requests under way at once, before any refusal */
  constructor(atOnce: number) {
    this.#atOnce = atOnce
  }

  get atOnce(): number {
    return this.#atOnce
  }

  /**
   * Whether waiting would be in vain: a request of this kind was refused to the end before, or any was and nothing has
   * been answered since.
   */
  isHopeless(route: string): boolean {
    return this.#down || this.#hopeless.has(route)
  }

  /** Whether requests of this kind were refused to the end and others of it answered, in turns: it is not the pace. */
  saysSoItself(route: string): boolean {
    return (this.#recovered.get(route) ?? 0) > 1
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

  /** How many requests of this kind were answered. */
  answersTo(route: string): number {
    return this.#answers.get(route) ?? 0
  }

  /** Whether the target has answered any request: it takes them, and counts them. */
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
