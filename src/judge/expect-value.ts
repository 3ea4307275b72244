import { isDeepStrictEqual } from 'node:util'
import type { Located } from '../recording/exchange.ts'
import { describe, show } from '../recording/show.ts'
import { firstDifference } from './first-difference.ts'
import { elsewhere, insteadOf } from './instead.ts'
import { known } from './known.ts'
import { Unmet } from './unmet.ts'

const nothing = 'nothing there'

/** Expectations about a value in an exchange. */
export class ValueExpectation {
  readonly #at: Located

  constructor(at: Located) {
    this.#at = at
  }

  /**
   * Expects deep equality with a value, or with the value at another place.
   * @throws Undecided, blocked by the other response, if that is an error or lacks the value
   */
  toEqual(expected: unknown): this {
    const value = !isLocated(expected)
      ? expected
      : expected.exchange === this.#at.exchange
        ? expected.value
        : known(expected)
    const origin = isLocated(expected) ? `, as "${expected.exchange.name}" has it at ${expected.pointer}` : ''
    if (!this.#at.exists) throw this.#unmet(show(value), origin, value)
    if (!isDeepStrictEqual(this.#at.value, value)) throw this.#differs(value, origin)
    return this
  }

  toBeAbsent(): this {
    if (this.#at.exists) throw this.#unmet(nothing)
    return this
  }

  toBeOneOf(...values: unknown[]): this {
    if (!values.some((value) => isDeepStrictEqual(value, this.#at.value)))
      throw this.#unmet(values.map(show).join(' or '))
    return this
  }

  /** Expects a text that matches. */
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

  /** Expects any condition, described in words. */
  toBe(expected: string, holds: (value: unknown) => boolean): this {
    if (!holds(this.#at.value)) throw this.#unmet(expected)
    return this
  }

  /** Reports the first differing field of two objects. @param origin where the expected value was found */
  #differs(value: unknown, origin: string): Unmet {
    const { exchange, pointer } = this.#at
    const { pointer: within, expected, actual, isExpected, isThere } = firstDifference(value, this.#at.value)
    if (within === '') return this.#unmet(show(value), origin, value)
    const place = `${pointer}${within}`
    const wanted = isExpected ? show(expected) : nothing
    const came = isThere ? show(actual) + elsewhere(exchange.json, place, expected) : this.#missing(place, expected)
    return new Unmet(`${wanted} at ${place}${origin}`, came, exchange, place)
  }

  /** Describes a missing value, and what the response has instead. */
  #missing(pointer: string, expected?: unknown): string {
    const { json } = this.#at.exchange
    const instead = insteadOf(json, pointer)
    return `${nothing}${instead ? `, but ${instead}` : elsewhere(json, pointer, expected)}`
  }

  /** @param origin where the expected value was found @param value what was expected, where that is one value */
  #unmet(expected: string, origin = '', value?: unknown): Unmet {
    const { exchange, pointer, exists, value: came } = this.#at
    const place = pointer === '' ? 'as the whole body' : `at ${pointer}`
    const actual = exists
      ? `${entries(came)}${show(came)}${elsewhere(exchange.json, pointer, value)}`
      : exchange.body.json
        ? this.#missing(pointer, value)
        : `no JSON: ${describe(exchange)}`
    return new Unmet(`${expected} ${place}${origin}`, actual, exchange, exists || exchange.body.json ? pointer : 'body')
  }
}

/** Returns the length of a list, because the list itself may be shortened. */
const entries = (value: unknown) => (Array.isArray(value) && value.length > 1 ? `${value.length} entries: ` : '')

/** True for a `Located` value of an exchange. */
export function isLocated(value: unknown): value is Located {
  return typeof value === 'object' && value !== null && 'pointer' in value && 'exchange' in value
}
