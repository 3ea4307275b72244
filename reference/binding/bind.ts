import { type Problem, refusalOf, required } from '../errors.ts'
import type { Call, Parameter, Shop } from '../types.ts'
import { convert } from './convert.ts'

/**
 * Binds the decoded body and query to the parameters of an operation.
 * @returns the values by parameter name; undefined for missing optional parameters
 * @throws Refusal immediately for a value of a wrong type, or listing all missing parameters
 */
export function bind(shop: Shop, call: Call, parameters: Parameter[]): Record<string, unknown> {
  const problems: Problem[] = []
  const bound: Record<string, unknown> = {}
  for (const { name, type, optional } of parameters) {
    const value = call.input[name] ?? call.input[snakeCase(name)]
    if (value !== undefined && value !== null) bound[name] = convert(shop, call, value, type)
    else if (!optional) problems.push(required(name))
  }
  if (problems.length) throw refusalOf(problems)
  return bound
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
