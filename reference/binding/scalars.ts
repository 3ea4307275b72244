import { bad } from '../errors.ts'

/** Returns the error for a wrong type. Its message has the values inserted and no parameters. */
export function wrongType(value: unknown, expected: string) {
  return bad(
    `The "${shown(value)}" value's type is invalid. The "${expected}" type was expected. Verify and try again.`,
  )
}

function shown(value: unknown): string {
  if (typeof value === 'object') return 'array'
  return phpText(value)
}

/** Converts a scalar to text as PHP does. */
function phpText(value: unknown): string {
  if (value === true) return '1'
  if (value === false || value === null || value === undefined) return ''
  return String(value)
}

export function toText(value: unknown): string {
  if (typeof value === 'object') throw wrongType(value, 'string')
  return phpText(value)
}

const number = /^\s*[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i

export function toInteger(value: unknown, blankAfter: boolean): number {
  const text = typeof value === 'string' && blankAfter ? value.trimEnd() : value
  if (typeof text === 'number') return Math.trunc(text)
  if (typeof text !== 'string' || !number.test(text)) throw wrongType(value, 'int')
  return Math.trunc(Number(text))
}

/** Any other text is false, as in PHP. */
export function toBoolean(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) throw wrongType(value, 'bool')
  return ['1', 'true', 'on', 'yes'].includes(phpText(value).trim().toLowerCase())
}
