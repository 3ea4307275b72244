import type { LedgerEntry, LedgerNote } from './entry.ts'

/** An account that runs made on a target, or may have made. */
export interface LedgerAccount {
  readonly email: string
  readonly id: number | undefined
  /** False when it was announced and its end is not known: a killed run, a broken connection. */
  readonly certain: boolean
  readonly removed: boolean
  /** Whether it stays on purpose. */
  readonly kept?: boolean
  /** Whether an address listed later was told afterwards to have the same id: it changed its e-mail, or the shop lies. */
  readonly moved: boolean
  /** When the last request that may have made it was announced, ISO 8601. */
  readonly announcedAt: string
}

/**
 * What has become of every account that notes of one target tell of, by address, in order. What was only refused is
 * left out.
 */
export function accountsOf(notes: readonly (LedgerNote & Pick<LedgerEntry, 'at'>)[]): LedgerAccount[] {
  const accounts = new Map<string, LedgerAccount & { open: boolean }>()
  for (const { event, email, id, at } of notes) {
    const key = email.toLowerCase()
    const known = accounts.get(key) ?? unheardOf(email, at)
    if (event === 'creating') accounts.set(key, { ...known, open: true, announcedAt: at })
    if (event === 'kept') accounts.set(key, { ...known, kept: true })
    if (event === 'refused') accounts.set(key, { ...known, open: false })
    // One that moved and is not to be found is listed under its later address.
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

/** The targets of which entries list accounts that are not known to be gone, each with their number. */
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
