import { readFileSync } from 'node:fs'
import { packageFile } from '../shared/package-file.ts'
import type { Account } from './account.ts'

interface CreateCustomer {
  readonly customer: Record<string, unknown> & { readonly addresses: readonly Record<string, unknown>[] }
  readonly password: string
}

/** The tutorial's request that creates a customer. */
export const documented = JSON.parse(
  readFileSync(packageFile('fixtures/documented/create-customer.json'), 'utf8'),
) as CreateCustomer

/** Returns the tutorial's request for this account: one address, default for billing and shipping. */
export function documentedCustomer({ email, password }: Pick<Account, 'email' | 'password'>): CreateCustomer {
  return { customer: { ...documented.customer, email }, password }
}
