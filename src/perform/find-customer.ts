import type { Exchange } from '../recording/exchange.ts'
import type { Client } from '../target/client/client.ts'
import { get, type Token } from '../target/client/request.ts'
import { askUnrecorded } from '../target/client/unrecorded.ts'
import type { Target } from '../target/target.ts'

const filter = 'searchCriteria[filter_groups][0][filters][0]'

/** Returns the path of the administrator's search for the account with exactly this address. */
export const searchByEmail = (email: string): string =>
  `/V1/customers/search?${filter}[field]=email&${filter}[value]=${encodeURIComponent(email)}`

/**
 * Searches as administrator for the account with exactly this address.
 * @returns the response; `/items/0` is the customer, if there is one
 * @throws NoAnswer
 */
export async function findCustomer({ client }: Pick<Target, 'client'>, token: Token, email: string): Promise<Exchange> {
  return askUnrecorded(client, get(searchByEmail(email), { token }))
}

/** Page size: more than a run ever creates. */
const page = 300

/** A customer in a search result: the id, if it is usable, and the address in lower case. */
export interface Shown {
  readonly id: string | undefined
  readonly email: string
}

/**
 * Searches as administrator for all accounts whose addresses contain the mark.
 * @returns undefined if the response is no list, or may be incomplete
 * @throws NoAnswer
 */
export async function findByMark(client: Client, token: Token, mark: string): Promise<Shown[] | undefined> {
  const value = encodeURIComponent(`%${mark}%`)
  const like = `${filter}[field]=email&${filter}[value]=${value}&${filter}[condition_type]=like`
  const found = await askUnrecorded(
    client,
    get(`/V1/customers/search?${like}&searchCriteria[pageSize]=${page}`, { token }),
  )
  const shown = customersIn(found)
  if (!shown || shown.length >= page || Number(found.at('/total_count').value) > shown.length) return undefined
  // A proxy may have dropped the search's filter.
  return shown.filter(({ email }) => email.includes(mark.toLowerCase()))
}

/** Returns the customers in a search result, also from an incorrect one; undefined if there is no list. */
export function customersIn(found: Exchange): Shown[] | undefined {
  const value = Array.isArray(found.json) ? found.json : found.at('/items').value
  if (found.status !== 200 || !Array.isArray(value)) return undefined
  return value.map((item) => ({ id: idIn(item?.id), email: String(item?.email ?? '').toLowerCase() }))
}

/** Returns an id, which may be a number or a numeric text. */
const idIn = (value: unknown): string | undefined => (/^\d+$/.test(String(value)) ? String(value) : undefined)

/** True if the customer at a pointer has this address. A proxy may have dropped the search's filter. */
export function isOf(answer: Exchange, pointer: string, email: string): boolean {
  return String(answer.at(`${pointer}/email`).value).toLowerCase() === email.toLowerCase()
}
