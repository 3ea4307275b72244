import { isDeepStrictEqual } from 'node:util'
import { pointerOf } from '../shared/json/pointer.ts'

/** The first difference of two values, with the value of each side and whether it exists. */
export interface Difference {
  /** JSON pointer relative to the compared values; empty if they differ as a whole. */
  readonly pointer: string
  readonly expected: unknown
  readonly actual: unknown
  readonly isExpected: boolean
  readonly isThere: boolean
}

/** Returns the first difference of two values, as deep as possible. Lists of different length differ as a whole. */
export function firstDifference(expected: unknown, actual: unknown, pointer = ''): Difference {
  const whole = { pointer, expected, actual, isExpected: true, isThere: true }
  if (!isContainer(expected) || !isContainer(actual) || Array.isArray(expected) !== Array.isArray(actual)) return whole
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length !== actual.length) return whole
  for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
    const [isExpected, isThere] = [Object.hasOwn(expected, key), Object.hasOwn(actual, key)]
    if (isDeepStrictEqual(expected[key], actual[key]) && isExpected === isThere) continue
    const place = pointer + pointerOf(key)
    if (isExpected && isThere) return firstDifference(expected[key], actual[key], place)
    return { pointer: place, expected: expected[key], actual: actual[key], isExpected, isThere }
  }
  return whole
}

const isContainer = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
