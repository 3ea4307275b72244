import { setImmediate as immediate } from 'node:timers/promises'
import { accountsOf } from '../target/ledger/accounts.ts'
import type { LedgerNote } from '../target/ledger/entry.ts'
import type { Ledger } from '../target/ledger/ledger.ts'
import type { Target } from '../target/target.ts'
import { addressMaker, markOf, newMark } from './account.ts'
import { type Cleaned, cleanUp, type Left } from './clean-up.ts'

/** The accounts of one run: written to the ledger before they are created, removed at the end. */
export class OwnAccounts {
  readonly newAddress: () => string
  readonly #target: Target
  readonly #ledger: Ledger
  readonly #mark = newMark()
  readonly #kept = new Map<string, Left>()
  readonly #notes: (LedgerNote & { at: string })[] = []

  constructor(target: Target, ledger: Ledger) {
    this.#target = target
    this.#ledger = ledger
    this.newAddress = addressMaker(this.#mark, target.emailDomain)
  }

  /** All addresses that the run announced. */
  get addresses(): string[] {
    return this.#notes.map(({ email }) => email)
  }

  /** Leaves an account for a later run. @throws LedgerError */
  keep(email: string, why: string): void {
    this.note({ event: 'kept', email })
    this.#kept.set(email.toLowerCase(), { email, why })
  }

  /** Takes over an account that an earlier run kept; it will be removed with the others. @throws LedgerError */
  adopt(email: string, id: number | undefined): void {
    this.#kept.delete(email.toLowerCase())
    this.note({ event: 'created', email, ...(id === undefined ? {} : { id }) })
  }

  /** Records an event of an account, before it happens. @throws LedgerError */
  note(note: LedgerNote): void {
    this.#notes.push({ ...note, at: new Date().toISOString() })
    this.#ledger.write(note)
  }

  /** Removes all accounts if the run can; the embedded reference needs no removal. */
  async remove(): Promise<Cleaned> {
    const { guard, embedded, adminToken } = this.#target
    // Requests in progress when the run was stopped may still create an account.
    await guard.settled()
    await immediate()
    const made = accountsOf(this.#notes).filter(({ removed }) => !removed)
    if (embedded) return { created: made.filter(({ moved }) => !moved).length, removed: 0, left: [] }
    const kept = [...this.#kept.values()]
    const cleaned = await cleanUp(
      made.filter(({ email }) => !this.#kept.has(email.toLowerCase())),
      {
        client: guard.cleaner,
        adminToken,
        note: (note) => this.note(note),
        announced: this.#notes.flatMap(({ email }) => (markOf(email) === this.#mark ? [email] : [])),
        kept: new Set(this.#kept.keys()),
        settled: false,
      },
    )
    return { ...cleaned, created: cleaned.created + kept.length, left: [...cleaned.left, ...kept] }
  }
}
