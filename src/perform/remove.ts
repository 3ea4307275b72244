import type { Exchange } from '../recording/exchange.ts'
import { type Client, NoAnswer } from '../target/client/client.ts'
import { del, get, type Token } from '../target/client/request.ts'
import { askUnrecorded } from '../target/client/unrecorded.ts'
import type { LedgerAccount } from '../target/ledger/accounts.ts'
import { findCustomer, isOf } from './find-customer.ts'

/** `absent`: the shop has no such account. */
export type Removal = 'removed' | 'absent' | { readonly why: string; readonly unanswered?: boolean }

/**
 * Removes an account, by its id where the shop shows it under that, else by its exact address. Never deletes on the
 * word of a registration's answer: a broken shop may have named somebody else's id, a proxy may have lost the
 * search's filter. What goes is what the shop shows under the run's own address.
 * @param token an administrator's
 */
export async function remove(client: Client, token: Token, account: LedgerAccount): Promise<Removal> {
  try {
    const ids = await idsOf(client, token, account)
    if (!Array.isArray(ids)) return ids
    for (const id of ids) {
      const { status } = await askUnrecorded(client, del(`/V1/customers/${id}`, { token }))
      if (status !== 200 && status !== 404) return { why: `deleting it was answered with ${status}` }
    }
    return ids.length ? 'removed' : 'absent'
  } catch (error) {
    if (!(error instanceof NoAnswer)) return { why: (error as Error).message }
    // Without the address, so that those with the same reason can stand together.
    const { cause, message } = error
    return { why: `the target gave no answer: ${cause instanceof Error ? cause.message : message}`, unanswered: true }
  }
}

/** The ids under which the shop shows an account's address: several where each website has customers of its own. */
async function idsOf(
  client: Client,
  token: Token,
  { id, email, moved }: LedgerAccount,
): Promise<unknown[] | { why: string }> {
  if (id !== undefined && !moved) {
    const shown = await askUnrecorded(client, get(`/V1/customers/${id}`, { token }))
    if (shown.status === 200 && isOf(shown, '', email) && shown.at('/id').value === id) return [id]
  }
  const found = await findCustomer({ client }, token, email)
  if (found.status !== 200) return { why: `looking for it was answered with ${found.status}` }
  return customersIn(found).flatMap(({ id, email: shown }) => (shown === email.toLowerCase() ? [id] : []))
}

/** The customers of a search's answer: their ids, and their addresses in small letters. */
export function customersIn(found: Exchange): { id: number | undefined; email: string }[] {
  const items = found.at('/items').value
  if (!Array.isArray(items)) return []
  return items.map((item) => ({
    id: typeof item?.id === 'number' ? item.id : undefined,
    email: String(item?.email).toLowerCase(),
  }))
}
