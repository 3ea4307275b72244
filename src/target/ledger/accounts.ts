import type { LedgerEntry, LedgerNote } from './entry.ts'

/** An account that a run created on a target, or may have created. */
export interface LedgerAccount {
  readonly email: string
  readonly id: number | undefined
  /** False if it was announced and the outcome is unknown: a killed run, a broken connection. */
  readonly certain: boolean
  readonly removed: boolean
  /** True if it was left in place on purpose. */
  readonly kept?: boolean
  /** True if a later address has the same id: the account changed its e-mail, or the shop returns a wrong id. */
  readonly moved: boolean
  /** Time of the last announced request that may have created it, ISO 8601. */
  readonly announcedAt: string
}

/**
 * Returns the accounts in the notes of one target with their last known state, in order, one per address. Addresses
 * whose creation was refused are omitted.
 */
export function accountsOf(notes: readonly (LedgerNote & Pick<LedgerEntry, 'at'>)[]): LedgerAccount[] {
  const accounts = new Map<string, LedgerAccount & { open: boolean }>()
  for (const { event, email, id, at } of notes) {
    const key = email.toLowerCase()
    const known = accounts.get(key) ?? unheardOf(email, at)
    if (event === 'creating') accounts.set(key, { ...known, open: true, announcedAt: at })
    if (event === 'kept') accounts.set(key, { ...known, kept: true })
    if (event === 'refused') accounts.set(key, { ...known, open: false })
    // A moved account that is not found is listed under its later address.
    if (event === 'absent')
      accounts.set(key, { ...known, open: false, removed: known.certain, certain: known.certain && !known.moved })
    if (event === 'deleted') accounts.set(key, { ...known, certain: true, open: false, removed: true })
    if (event !== 'created') continue
    for (const [other, account] of accounts)
      if (other !== key && id !== undefined && account.id === id) accounts.set(other, { ...account, moved: true })
    const now = { certain: true, open: false, removed: false, kept: false, moved: false }
    accounts.set(key, { ...known, ...now, id: id ?? known.id })
  }
  return [...accounts.values()].flatMap(({ open, ...account }) => (account.certain || open ? [account] : []))
}

/** Returns the targets with accounts that may still exist, and how many each has. */
export function openTargets(entries: readonly LedgerEntry[]): Map<string, number> {
  const open = new Map<string, number>()
  for (const target of new Set(entries.map((entry) => entry.target))) {
    const accounts = accountsOf(entries.filter((entry) => entry.target === target))
    const count = accounts.filter(({ removed, moved, kept }) => !removed && !moved && !kept).length
    if (count > 0) open.set(target, count)
  }
  return open
}

const unheardOf = (email: string, at: string) => ({
  email,
  id: undefined,
  certain: false,
  open: false,
  removed: false,
  moved: false,
  announcedAt: at,
})
