import { get, type Token } from '../client/request.ts'
import { askUnrecorded } from '../client/unrecorded.ts'
import type { Exchange } from '../recording/exchange.ts'
import type { Target } from '../target/target.ts'

/**
 * The administrator's search for the one account with exactly this address.
 * @returns the search's answer; `/items/0` is the customer, if there is one
 * @throws NoAnswer
 */
export async function findCustomer({ client }: Target, token: Token, email: string): Promise<Exchange> {
  const filter = 'searchCriteria[filter_groups][0][filters][0]'
  const path = `/V1/customers/search?${filter}[field]=email&${filter}[value]=${encodeURIComponent(email)}`
  return askUnrecorded(client, get(path, { token }))
}

/** Whether the customer at a place of an answer has this address: a proxy may have lost the search's filter. */
export function isOf(answer: Exchange, pointer: string, email: string): boolean {
  return String(answer.at(`${pointer}/email`).value).toLowerCase() === email.toLowerCase()
}
