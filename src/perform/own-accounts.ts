import { setImmediate as immediate } from 'node:timers/promises'
import { accountsOf } from '../ledger/accounts.ts'
import type { LedgerNote } from '../ledger/entry.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Target } from '../target/target.ts'
import { addressMaker, newMark } from './account.ts'
import { type Cleaned, cleanUp } from './clean-up.ts'

/** The accounts of one run: written down before they are made, removed at its end. */
export class OwnAccounts {
  readonly newAddress: () => string
  readonly #target: Target
  readonly #ledger: Ledger
  readonly #notes: (LedgerNote & { at: string })[] = []

  constructor(target: Target, ledger: Ledger) {
    this.#target = target
    this.#ledger = ledger
    this.newAddress = addressMaker(newMark(), target.emailDomain)
  }

  /** Keeps and writes down what happens to an account, before it happens. @throws LedgerError */
  note(note: LedgerNote): void {
    this.#notes.push({ ...note, at: new Date().toISOString() })
    this.#ledger.write(note)
  }

  /** Removes them all where the run may; the embedded reference takes them along when it ends. */
  async remove(): Promise<Cleaned> {
    const { guard, embedded, adminToken } = this.#target
    // What was under way when the run was stopped may still make an account.
    await guard.settled()
    await immediate()
    const made = accountsOf(this.#notes).filter(({ removed }) => !removed)
    if (embedded) return { created: made.filter(({ moved }) => !moved).length, removed: 0, left: [] }
    return cleanUp(made, {
      client: guard.cleaner,
      adminToken,
      note: (note) => this.note(note),
      announced: this.#notes.map(({ email }) => email),
      settled: false,
    })
  }
}
