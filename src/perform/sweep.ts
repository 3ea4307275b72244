import { setTimeout as sleep } from 'node:timers/promises'
import { accountsOf, type LedgerAccount } from '../target/ledger/accounts.ts'
import type { LedgerEntry } from '../target/ledger/entry.ts'
import type { Ledger } from '../target/ledger/ledger.ts'
import type { Target } from '../target/target.ts'
import { markOf } from './account.ts'
import { type Cleaned, cleanUp } from './clean-up.ts'

export interface SweepOptions {
  readonly ledger: Ledger
  /** True to also remove accounts that runs kept on purpose. */
  readonly kept: boolean
  /** Milliseconds after its announcement until a registration can no longer be in progress on the shop. */
  readonly longestRegistration: number
  /** Called with the number of registrations that may still be in progress, and the milliseconds to wait for them. */
  readonly onWait?: (registrations: number, milliseconds: number) => void
}

/**
 * Removes all accounts that a ledger lists for a target. A killed run may have left a registration that the shop still
 * completes: its address is looked up only after that must have ended.
 * @returns the result for all accounts of the target in the ledger, including those of earlier runs
 */
export async function sweep(target: Target, entries: readonly LedgerEntry[], options: SweepOptions): Promise<Cleaned> {
  const notes = entries.filter((entry) => entry.target === target.baseUrl)
  const listed = accountsOf(notes)
  const gone = listed.filter(({ removed }) => removed).length
  const stays = options.kept ? [] : listed.filter(({ removed, kept }) => !removed && kept)
  const open = listed.filter((account) => !account.removed && !stays.includes(account))
  const end = ({ announcedAt }: LedgerAccount) => Date.parse(announcedAt) + options.longestRegistration
  const young = open.filter((account) => !account.certain && end(account) > Date.now())
  const clean = (accounts: readonly LedgerAccount[]) => {
    // Only runs with open accounts are searched.
    const marks = new Set(accounts.map(({ email }) => markOf(email)))
    return cleanUp(accounts, {
      client: target.guard.cleaner,
      adminToken: target.adminToken,
      note: (note) => options.ledger.write(note),
      announced: notes.flatMap(({ email }) => (marks.has(markOf(email)) ? [email] : [])),
      kept: new Set(stays.map(({ email }) => email.toLowerCase())),
      settled: true,
    })
  }

  const first = await clean(open.filter((account) => !young.includes(account)))
  const wait = Math.max(0, ...young.map(end)) - Date.now()
  if (target.adminToken && young.length > 0 && wait > 0) {
    options.onWait?.(young.length, wait)
    await sleep(wait)
  }
  const second = await clean(young)
  const removed = gone + first.removed + second.removed
  // Merge, as both passes searched for remaining accounts.
  const left = [...new Map([...first.left, ...second.left].map((one) => [one.email.toLowerCase(), one])).values()]
  const kept = stays.map(({ email, id }) => ({ email, ...(id === undefined ? {} : { id }), why: keptOnPurpose }))
  return { created: removed + left.length + kept.length, removed, left: [...left, ...kept] }
}

export const keptOnPurpose = 'kept for the token bank; --kept removes it too'
