import { randomBytes } from 'node:crypto'
import type { Exchange } from '../recording/exchange.ts'
import type { Halt } from '../recording/recording.ts'
import { isObject } from '../shared/json/object.ts'
import type { Ask } from '../target/client/request.ts'
import { blocked } from './halt.ts'

/**
 * Marker for a value that a response lacks. A request that contains it is not sent: its step is blocked by that
 * response, and the scenario continues.
 */
const mark = `not-given-${randomBytes(6).toString('hex')}-`
const marks = new RegExp(`${mark}(\\d+)-`)
const causes: Halt[] = []

/** Returns a marker for a missing value, typed as the value. @param halt why it is missing */
export function missing<T = string>(halt: Halt): T {
  causes.push(halt)
  return `${mark}${causes.length - 1}-` as T
}

/**
 * Returns a value at a pointer in a response with status 200, or a marker if it is missing.
 * @param what the response should contain, for output: `an address with an id`
 */
export function valueFrom<T>(answer: Exchange, pointer: string, what: string, is: (value: unknown) => value is T): T {
  const { value } = answer.at(pointer)
  return answer.status === 200 && is(value) ? value : missing(blocked(answer, what).halt)
}

/** Returns the id at a place of an answer, which may be a text; or a marker if it is missing. */
export function idAt(answer: Exchange, pointer: string): number {
  return fromGiven(valueFrom(answer, pointer, `an id at ${pointer}`, isId), Number)
}

/** Like `tokenFrom`, for a scenario that continues without a token: returns the token, or a marker. */
export const tokenAt = (login: Exchange): string => valueFrom(login, '', 'a token', isText)

/**
 * Returns the whole customer in an answer, to be sent again; or a marker that keeps a request with it from being sent.
 */
export function customerFrom(answer: Exchange): Record<string, unknown> {
  return objectOr(valueFrom(answer, '', 'a customer', isCustomer))
}

/** Returns one of the items in an answer; or a marker that keeps a request with it from being sent. */
export function oneFrom<T extends object>(answer: Exchange, found: T | undefined, what: string): T {
  return objectOr(answer.status === 200 && found ? found : missing<T>(blocked(answer, what).halt))
}

/** Computes a value from a value of an answer; returns the marker if that one is missing. */
export function fromGiven<T, U>(value: T, make: (value: T) => U): U {
  return typeof value === 'string' && marks.test(value) ? (value as unknown as U) : make(value)
}

/** Spreading a string marker would yield its characters, so an object with the marker as id is returned instead. */
function objectOr<T extends object>(found: T): T {
  return typeof found === 'string' ? ({ id: found } as unknown as T) : found
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const isId = (value: unknown): value is number | string => /^\d+$/.test(String(value)) && !Array.isArray(value)
const isCustomer = (value: unknown): value is Record<string, unknown> => isObject(value) && isText(value.email)

/** Text of invalid JavaScript values in a request. Inside a word, as in a token, it is a coincidence. */
const slips = /(?<![\w-])(undefined|NaN)(?![\w-])|\[object \w+\]/

/**
 * Returns why a request must not be sent: it needs a value that a response lacked, or contains an invalid value by
 * mistake.
 * @param name of the step
 */
export function unfit(name: string, request: Ask): Halt | undefined {
  const { path, headers = {}, json, body, token } = request
  const parts = [path, JSON.stringify(json) ?? '', String(body ?? ''), ...Object.values(headers)]
  if (typeof token === 'string') parts.push(token)
  const text = parts.join('\n')
  const [, cause] = marks.exec(text) ?? []
  if (cause !== undefined) return causes[Number(cause)]
  const [slip] = slips.exec(text) ?? (holdsNaN(json) ? ['NaN'] : [])
  if (slip === undefined) return undefined
  return { kind: 'blocked', by: name, why: `"${name}" was not asked: it would have sent ${slip} in place of a value` }
}

/** Checked separately, as JSON writes NaN as null. */
const holdsNaN = (value: unknown): boolean =>
  typeof value === 'object' && value !== null ? Object.values(value).some(holdsNaN) : Number.isNaN(value)
