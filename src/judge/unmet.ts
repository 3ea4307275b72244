import type { Exchange } from '../recording/exchange.ts'

/** Thrown if an expectation was not met. */
export class Unmet extends Error {
  override name = 'Unmet'
  readonly expected: string
  readonly actual: string
  readonly exchange: Exchange | undefined
  /** The failing part of the response: `status`, `header location`, `body`, `mail`, or a JSON pointer. */
  readonly place: string | undefined

  constructor(expected: string, actual: string, exchange?: Exchange, place?: string) {
    super(`expected ${expected}, got ${actual}`)
    this.expected = expected
    this.actual = actual
    this.exchange = exchange
    this.place = place
  }
}

/** Thrown if a requirement cannot be judged: the result is unknown. */
export class Undecided extends Error {
  override name = 'Undecided'
  readonly verdict: 'blocked' | 'untestable' | 'inapplicable' | 'error'
  readonly setting: string | undefined
  readonly by: string | undefined

  constructor(verdict: Undecided['verdict'], why: string, more: { setting?: string; by?: string } = {}) {
    super(why)
    this.verdict = verdict
    this.setting = more.setting
    this.by = more.by
  }
}

/**
 * Ends a check because the requirement does not apply to this shop.
 * @param why the fact, e.g. `the shop requires confirmation`
 */
export function inapplicable(why: string): never {
  throw new Undecided('inapplicable', why)
}

/** Ends a check because the run cannot test it. @param setting the setting that would make it testable */
export function untestable(why: string, setting: string): never {
  throw new Undecided('untestable', why, { setting })
}
