import { type Client, NoAnswer } from '../target/client/client.ts'
import { del, get, type Token } from '../target/client/request.ts'
import { askUnrecorded } from '../target/client/unrecorded.ts'
import type { LedgerAccount } from '../target/ledger/accounts.ts'
import { customersIn, findCustomer, isOf, type Shown } from './find-customer.ts'

/** `absent`: the shop has no such account. */
export type Removal = 'removed' | 'absent' | { readonly why: string }

/**
 * Deletes an account by the ids that the shop shows for its address. It never uses the id in a registration's response:
 * a broken shop may have returned another customer's.
 * @param token an administrator's
 * @param shown the result of a search for all accounts of the run; undefined if it was not usable
 */
export async function remove(
  client: Client,
  token: Token,
  account: LedgerAccount,
  shown: readonly Shown[] | undefined,
): Promise<Removal> {
  try {
    const listed = idsOf(shown ?? [], account)
    // A list from a broken shop may omit an account, so one known to exist is looked up; and so is each if the list is empty.
    const isMissed = !account.moved && (account.certain || shown?.length === 0)
    const isLookedFor = listed.length === 0 && (!shown || isMissed)
    const ids = isLookedFor ? await lookFor(client, token, account) : listed
    if (!Array.isArray(ids)) return ids
    for (const id of ids) {
      const { status } = await askUnrecorded(client, del(`/V1/customers/${id}`, { token }))
      if (status !== 200 && status !== 404) return { why: `deleting it was answered with ${status}` }
    }
    return ids.length ? 'removed' : 'absent'
  } catch (error) {
    if (!(error instanceof NoAnswer)) return { why: (error as Error).message }
    return { why: noAnswer(error) }
  }
}

/** Returns the reason of a missing answer without the address, so that equal reasons can be grouped. */
export function noAnswer({ cause, message }: NoAnswer): string {
  if (message.startsWith('not tried')) return message
  return `the target gave no answer: ${cause instanceof Error ? cause.message : message}`
}

/** Returns the ids shown for an account's address: several if each website has its own customers. */
function idsOf(shown: readonly Shown[], { email }: Pick<LedgerAccount, 'email'>): string[] {
  return shown.flatMap((one) => (one.email === email.toLowerCase() && one.id !== undefined ? [one.id] : []))
}

/** Looks up one account: by its id if the shop shows its address there, else by its exact address. */
async function lookFor(
  client: Client,
  token: Token,
  { id, email, moved }: LedgerAccount,
): Promise<string[] | { why: string }> {
  if (id !== undefined && !moved) {
    const answer = await askUnrecorded(client, get(`/V1/customers/${id}`, { token }))
    const { exists, value } = answer.at('/id')
    if (answer.status === 200 && isOf(answer, '', email) && (!exists || String(value) === String(id)))
      return [String(id)]
  }
  const found = await findCustomer({ client }, token, email)
  if (found.status !== 200) return { why: `looking for it was answered with ${found.status}` }
  const shown = customersIn(found)
  if (!shown) return { why: 'looking for it was answered without a list' }
  const ids = idsOf(shown, { email })
  const isNameless = shown.some((one) => one.email === email.toLowerCase() && one.id === undefined)
  return isNameless && ids.length === 0 ? { why: 'the shop shows it without an id' } : ids
}
