import type { Client } from '../target/client/client.ts'
import type { Token } from '../target/client/request.ts'
import type { LedgerAccount } from '../target/ledger/accounts.ts'
import type { LedgerNote } from '../target/ledger/entry.ts'
import { LedgerError } from '../target/ledger/ledger.ts'
import { markOf } from './account.ts'
import { findByMark, type Shown } from './find-customer.ts'
import { remove } from './remove.ts'

export interface Left {
  readonly email: string
  readonly id?: number
  readonly why: string
}

/** The result of cleaning up: the accounts that were removed, and those that are left. */
export interface Cleaned {
  readonly created: number
  readonly removed: number
  readonly left: readonly Left[]
}

export interface CleanUpOptions {
  /** The cleanup client, which has no budget. */
  readonly client: Client
  readonly adminToken: Token | undefined
  /** Called with the result for each account. */
  readonly note: (note: LedgerNote) => void
  /** All addresses in the ledger for these runs, including refused ones. */
  readonly announced: readonly string[]
  /** Addresses to keep, in lower case. */
  readonly kept?: ReadonlySet<string>
  /** True if no registration with an unknown outcome can still be in progress. */
  readonly settled: boolean
}

/**
 * Deletes the accounts of runs: those that a search for the mark of each run finds, and those known to have been
 * created. Then searches again for remaining addresses.
 * @param accounts those that may still exist
 */
export async function cleanUp(accounts: readonly LedgerAccount[], options: CleanUpOptions): Promise<Cleaned> {
  const { client, adminToken, settled } = options
  if (!adminToken) return summed(0, accounts.filter(({ moved }) => !moved).map(withoutPower))
  const left = new Map<string, Left>()
  const removed = new Set<string>()
  const deleted = new Set<string>()
  const own = new Set(options.announced.map(keyOf))
  const absent: LedgerAccount[] = []
  let isSearchIncomplete = false

  async function removing(account: LedgerAccount, shown: readonly Shown[] | undefined): Promise<void> {
    const { email } = account
    const removal = await remove(client, adminToken as Token, account, shown)
    if (typeof removal === 'object') left.set(keyOf(email), leftOf(account, removal.why))
    else if (removal === 'absent') absent.push(account)
    else {
      if (shown && !shown.some((one) => one.email === keyOf(email))) isSearchIncomplete = true
      tell(options, { event: 'deleted', email })
      deleted.add(keyOf(email))
      removed.add(keyOf(email))
    }
  }

  const found = await shownNow(options, accounts)
  await Promise.all(accounts.map((account) => removing(account, found.get(markOf(account.email)))))
  const still = [...(await shownNow(options)).values()].flatMap((shown) => shown ?? [])
  for (const { email, id } of still) {
    if (left.has(email) || options.kept?.has(email)) continue
    const known = id === undefined ? undefined : Number(id)
    const account = { email, id: known, certain: true, removed: false, moved: false, announcedAt: '' }
    if (!own.has(email)) left.set(email, leftOf(account, 'no registration of it was written down'))
    else if (deleted.has(email))
      left.set(email, leftOf(account, 'the shop reported the deletion, but still returns the account'))
    else await removing(account, still)
    if (left.has(email)) removed.delete(email)
  }
  for (const account of absent) {
    const { email, certain, moved } = account
    if (removed.has(keyOf(email)) || left.has(keyOf(email))) continue
    if (!certain && isSearchIncomplete) {
      left.set(keyOf(email), leftOf(account, unseen))
      continue
    }
    if (certain || settled) tell(options, { event: 'absent', email })
    if (certain && !moved) removed.add(keyOf(email))
  }
  return summed(removed.size, [...left.values()])
}

const unseen = 'its registration got no response, and the search of the shop does not show every account'

/**
 * Searches for the accounts of each run, whatever the registrations returned: a broken shop may refuse and create.
 * @param accounts whose marks are searched for; default: all announced addresses
 * @returns by mark; undefined where the search was not usable
 */
async function shownNow(
  { client, adminToken, announced }: CleanUpOptions,
  accounts: readonly Pick<LedgerAccount, 'email'>[] = announced.map((email) => ({ email })),
): Promise<Map<string | undefined, Shown[] | undefined>> {
  const marks = [...new Set(accounts.flatMap(({ email }) => markOf(email) ?? []))]
  const shown = await Promise.all(
    marks.map(async (mark) => {
      try {
        return [mark, await findByMark(client, adminToken as Token, mark)] as const
      } catch {
        // Each account is then looked up separately.
        return [mark, undefined] as const
      }
    }),
  )
  return new Map(shown)
}

/** Writes a note. An error, such as a full disk, must not stop the deletion; an outdated ledger does no harm. */
function tell({ note }: CleanUpOptions, what: LedgerNote): void {
  try {
    note(what)
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error
  }
}

const keyOf = (email: string) => email.toLowerCase()

function summed(removed: number, left: readonly Left[]): Cleaned {
  return { created: removed + left.length, removed, left }
}

function leftOf({ email, id }: LedgerAccount, why: string): Left {
  return { email, ...(id === undefined ? {} : { id }), why }
}

function withoutPower(account: LedgerAccount): Left {
  const perhaps = account.certain ? '' : ', and whether the account was made is not known'
  return leftOf(account, `the run has no administrative access${perhaps}`)
}
