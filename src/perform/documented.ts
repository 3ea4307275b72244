import { readFileSync } from 'node:fs'
import type { Account } from './account.ts'

interface CreateCustomer {
  readonly customer: Record<string, unknown> & { readonly addresses: readonly Record<string, unknown>[] }
  readonly password: string
}

/** The tutorial's request for a customer. */
export const documented = JSON.parse(
  readFileSync(new URL('../../fixtures/documented/create-customer.json', import.meta.url), 'utf8'),
) as CreateCustomer

/** The tutorial's request for this account: one address, default for billing and shipping. */
export function documentedCustomer({ email, password }: Pick<Account, 'email' | 'password'>): CreateCustomer {
  return { customer: { ...documented.customer, email }, password }
}
