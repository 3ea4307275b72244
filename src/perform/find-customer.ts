import { get } from '../client/request.ts'
import { Exchange } from '../recording/exchange.ts'
import type { Target } from '../target/target.ts'

/**
 * The administrator's search for the one account with exactly this address.
 * @returns the search's answer; `/items/0` is the customer, if there is one
 * @throws NoAnswer
 */
export async function findCustomer({ client }: Target, token: string, email: string): Promise<Exchange> {
  const filter = 'searchCriteria[filter_groups][0][filters][0]'
  const path = `/V1/customers/search?${filter}[field]=email&${filter}[value]=${encodeURIComponent(email)}`
  return new Exchange({ scenario: '', name: 'search', ...(await client.ask(get(path, { token }))) })
}
