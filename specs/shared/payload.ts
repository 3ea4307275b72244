import type { Account } from '../../src/perform/account.ts'
import { documented } from '../../src/perform/documented.ts'

export { documentedCustomer } from '../../src/perform/documented.ts'

/** Returns the tutorial's address in camelCase, with changes. */
export function documentedAddress(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return { ...documented.customer.addresses[0], ...changes }
}

/** Returns a minimal customer, with changes. */
export function minimalCustomer(
  { email, password, firstname, lastname }: Account,
  changes: Record<string, unknown> = {},
) {
  return { customer: { email, firstname, lastname, ...changes }, password }
}

/** Returns the value with all keys in snake_case. */
export function inSnakeCase<T>(value: T): T {
  if (Array.isArray(value)) return value.map(inSnakeCase) as T
  if (typeof value !== 'object' || value === null) return value
  const spelt = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [spelt(key), inSnakeCase(inner)])) as T
}
