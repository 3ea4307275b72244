import type { Exchange } from '../recording/exchange.ts'
import type { Client } from '../target/client/client.ts'
import { get, type Token } from '../target/client/request.ts'
import { askUnrecorded } from '../target/client/unrecorded.ts'
import type { Target } from '../target/target.ts'

const filter = 'searchCriteria[filter_groups][0][filters][0]'

/** The path of the administrator's search for the one account with exactly this address. */
export const searchByEmail = (email: string): string =>
  `/V1/customers/search?${filter}[field]=email&${filter}[value]=${encodeURIComponent(email)}`

/**
 * The administrator's search for the one account with exactly this address.
 * @returns the search's answer; `/items/0` is the customer, if there is one
 * @throws NoAnswer
 */
export async function findCustomer({ client }: Pick<Target, 'client'>, token: Token, email: string): Promise<Exchange> {
  return askUnrecorded(client, get(searchByEmail(email), { token }))
}

/** More than a run ever makes. */
const page = 300

/**
 * The administrator's search for all accounts whose addresses hold this.
 * @throws NoAnswer
 */
export async function findByMark(client: Client, token: Token, mark: string): Promise<Exchange> {
  const value = encodeURIComponent(`%${mark}%`)
  const like = `${filter}[field]=email&${filter}[value]=${value}&${filter}[condition_type]=like`
  return askUnrecorded(client, get(`/V1/customers/search?${like}&searchCriteria[pageSize]=${page}`, { token }))
}

/** Whether the customer at a place of an answer has this address: a proxy may have lost the search's filter. */
export function isOf(answer: Exchange, pointer: string, email: string): boolean {
  return String(answer.at(`${pointer}/email`).value).toLowerCase() === email.toLowerCase()
}
