import { readFileSync } from 'node:fs'
import type { Account } from '../src/perform/account.ts'

interface CreateCustomer {
  readonly customer: Record<string, unknown> & { readonly addresses: readonly Record<string, unknown>[] }
  readonly password: string
}

const documented = JSON.parse(
  readFileSync(new URL('../fixtures/documented/create-customer.json', import.meta.url), 'utf8'),
) as CreateCustomer

/** The tutorial's request for this account: one address, default for billing and shipping. */
export function documentedCustomer({ email, password }: Account): CreateCustomer {
  return { customer: { ...documented.customer, email }, password }
}

/** The tutorial's address in the document's camelCase, with changes. */
export function documentedAddress(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return { ...documented.customer.addresses[0], ...changes }
}

/** The least that makes a customer, with changes to the customer. */
export function minimalCustomer(
  { email, password, firstname, lastname }: Account,
  changes: Record<string, unknown> = {},
) {
  return { customer: { email, firstname, lastname, ...changes }, password }
}

/** The same with every key in snake_case. */
export function inSnakeCase<T>(value: T): T {
  if (Array.isArray(value)) return value.map(inSnakeCase) as T
  if (typeof value !== 'object' || value === null) return value
  const spelt = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [spelt(key), inSnakeCase(inner)])) as T
}
