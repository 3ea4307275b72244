import { isDeepStrictEqual } from 'node:util'
import type { Located } from '../recording/exchange.ts'
import { describe, show } from '../recording/show.ts'
import { known } from './known.ts'
import { Unmet } from './unmet.ts'

/** Expectations on a value at a place. */
export class ValueExpectation {
  readonly #at: Located

  constructor(at: Located) {
    this.#at = at
  }

  /**
   * Deep equality with a value, or with what stands at another place.
   * @throws Undecided, blocked by the answer that was to tell the value, when it was refused or lacks it
   */
  toEqual(expected: unknown): this {
    const value = !isLocated(expected)
      ? expected
      : expected.exchange === this.#at.exchange
        ? expected.value
        : known(expected)
    const origin = isLocated(expected) ? `, as "${expected.exchange.name}" has it at ${expected.pointer}` : ''
    if (!this.#at.exists || !isDeepStrictEqual(this.#at.value, value)) throw this.#unmet(show(value), origin)
    return this
  }

  toBeAbsent(): this {
    if (this.#at.exists) throw this.#unmet('nothing there')
    return this
  }

  toBeOneOf(...values: unknown[]): this {
    if (!values.some((value) => isDeepStrictEqual(value, this.#at.value)))
      throw this.#unmet(values.map(show).join(' or '))
    return this
  }

  /** A text that matches. */
  toMatch(pattern: RegExp): this {
    if (typeof this.#at.value !== 'string' || !pattern.test(this.#at.value))
      throw this.#unmet(`a text matching ${pattern}`)
    return this
  }

  toBeOfType(type: 'string' | 'integer' | 'boolean' | 'object' | 'array'): this {
    const { value } = this.#at
    const actual = Array.isArray(value)
      ? 'array'
      : Number.isInteger(value)
        ? 'integer'
        : value === null
          ? 'null'
          : typeof value
    if (actual !== type) throw this.#unmet(`${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`)
    return this
  }

  /** Any condition, in words. */
  toBe(expected: string, holds: (value: unknown) => boolean): this {
    if (!holds(this.#at.value)) throw this.#unmet(expected)
    return this
  }

  /** @param origin where the expected value was found */
  #unmet(expected: string, origin = ''): Unmet {
    const { exchange, pointer, exists, value } = this.#at
    const place = pointer === '' ? 'as the whole body' : `at ${pointer}`
    const actual = exists ? show(value) : exchange.body.json ? 'nothing there' : `no JSON: ${describe(exchange)}`
    return new Unmet(`${expected} ${place}${origin}`, actual, exchange, exists || exchange.body.json ? pointer : 'body')
  }
}

/** Whether a value is a place in an exchange. */
export function isLocated(value: unknown): value is Located {
  return typeof value === 'object' && value !== null && 'pointer' in value && 'exchange' in value
}
