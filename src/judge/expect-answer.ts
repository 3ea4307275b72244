import { isDeepStrictEqual } from 'node:util'
import type { Exchange } from '../recording/exchange.ts'
import { describe, show } from '../recording/show.ts'
import { ValueExpectation } from './expect-value.ts'
import { hadStatus } from './known.ts'
import { textsCount } from './language.ts'
import { type SchemaName, schemaProblems } from './schema.ts'
import { Unmet } from './unmet.ts'

/** What an error response must contain. Texts are compared only if the store answers in English. */
export interface Refusal {
  readonly message?: string | RegExp
  /** Compared by deep equality; omit what does not matter. */
  readonly parameters?: unknown
  /** The aggregated errors, in order. */
  readonly errors?: readonly { readonly message: string; readonly parameters?: unknown }[]
}

const jsonType = /^application\/json\b/i
const unauthorized = "The consumer isn't authorized to access %resources."

/** Expectations about an answer. Each method returns the object itself, for chaining. */
export class ExchangeExpectation {
  readonly #exchange: Exchange

  constructor(exchange: Exchange) {
    this.#exchange = exchange
  }

  /** Expects one of these statuses, with any body. */
  toHaveStatus(...statuses: number[]): this {
    const { status } = this.#exchange
    if (!statuses.includes(status))
      throw this.#unmet(`status ${statuses.join(' or ')}`, describe(this.#exchange), 'status')
    return this
  }

  /** Expects a valid JSON body with a JSON content type. */
  toBeJson(): this {
    const { body } = this.#exchange
    if (!body.json) throw this.#unmet('a JSON body', `${describe(this.#exchange)} (${body.problem})`, 'body')
    const type = this.#exchange.header('content-type')
    if (!jsonType.test(type ?? ''))
      throw this.#unmet('content type application/json', type ?? 'none', 'header content-type')
    return this
  }

  /** Expects 200 with JSON. */
  toSucceed(): this {
    return this.toHaveStatus(200).toBeJson()
  }

  /** Expects 200 with exactly this JSON value, e.g. `true`. */
  toAnswer(value: unknown): this {
    this.toSucceed()
    if (!isDeepStrictEqual(this.#exchange.json, value))
      throw this.#unmet(`200 with ${show(value)}`, describe(this.#exchange), 'body')
    return this
  }

  /** Expects an error response of the documented form with this status. */
  toBeRefusedWith(status: number, refusal: Refusal = {}): this {
    this.toHaveStatus(status).toBeJson().toMatchSchema('error')
    const { message, parameters, errors } = refusal
    if (message !== undefined) this.#toSay(message)
    if (parameters !== undefined) new ValueExpectation(this.#exchange.at('/parameters')).toEqual(parameters)
    if (errors !== undefined) this.#toList(errors)
    return this
  }

  /** Expects 401 naming the resource: Magento's response to a missing, invalid, expired or revoked token. */
  toBeUnauthorized(resources = 'self'): this {
    return this.toBeRefusedWith(401, { message: unauthorized, parameters: { resources } })
  }

  /**
   * Expects the same status and JSON as another response, so that an outsider cannot distinguish them.
   * @param status required status of the other response
   * @throws Undecided, blocked by the other response, if that has another status
   */
  toAnswerLike(other: Exchange, status: number): this {
    hadStatus(other, status)
    const like = `the same answer as "${other.name}": ${describe(other)}`
    if (this.#exchange.status !== other.status) throw this.#unmet(like, describe(this.#exchange), 'status')
    if (!isDeepStrictEqual(withoutTrace(this.#exchange.json), withoutTrace(other.json)))
      throw this.#unmet(like, describe(this.#exchange), 'body')
    return this
  }

  /** Expects a body that is valid under one of the suite's schemas. */
  toMatchSchema(schema: SchemaName): this {
    const problems = schemaProblems(schema, this.#exchange.json)
    const [first] = problems
    const texts = problems.slice(0, 3).map(({ text }) => text)
    if (first) throw this.#unmet(`a body valid as ${schema}.schema.json`, texts.join('; '), first.place)
    return this
  }

  /** Expects a body whose text matches, for bodies that are no JSON. */
  toHaveText(pattern: RegExp): this {
    if (!pattern.test(this.#exchange.body.text ?? ''))
      throw this.#unmet(`a body matching ${pattern}`, describe(this.#exchange), 'body')
    return this
  }

  /** Expects a header, optionally with this value or matching this pattern. */
  toHaveHeader(name: string, value?: string | RegExp): this {
    const actual = this.#exchange.header(name)
    const fits =
      actual !== undefined &&
      (value === undefined || (typeof value === 'string' ? actual === value : value.test(actual)))
    if (!fits)
      throw this.#unmet(
        `header ${name}${value === undefined ? '' : `: ${value}`}`,
        actual === undefined ? 'no such header' : actual,
        `header ${name.toLowerCase()}`,
      )
    return this
  }

  /** Expects that a header is absent. */
  toLackHeader(name: string): this {
    const actual = this.#exchange.header(name)
    if (actual !== undefined)
      throw this.#unmet(`no header ${name}`, `${name}: ${actual}`, `header ${name.toLowerCase()}`)
    return this
  }

  #toSay(message: string | RegExp): void {
    if (!textsCount()) return
    const actual = this.#exchange.at('/message').value as string
    const fits = typeof message === 'string' ? actual === message : message.test(actual)
    if (!fits) throw this.#unmet(`the message ${show(message)}`, show(actual), '/message')
  }

  #toList(errors: NonNullable<Refusal['errors']>): void {
    const actual = this.#exchange.at('/errors').value
    const list = Array.isArray(actual) ? (actual as { message: string; parameters?: unknown }[]) : []
    const fits = list.length === errors.length && errors.every((error, index) => sameError(error, list[index]))
    if (!fits) throw this.#unmet(`the errors ${show(errors)}`, show(actual), '/errors')
  }

  #unmet(expected: string, actual: string, place: string): Unmet {
    return new Unmet(expected, actual, this.#exchange, place)
  }
}

function sameError(
  expected: { message: string; parameters?: unknown },
  actual: { message: string; parameters?: unknown } | undefined,
): boolean {
  if (!actual || (textsCount() && actual.message !== expected.message)) return false
  return expected.parameters === undefined || isDeepStrictEqual(actual.parameters, expected.parameters)
}

/** Removes the trace that developer mode adds to each error. */
function withoutTrace(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('trace' in value)) return value
  const { trace: _, ...rest } = value
  return rest
}
