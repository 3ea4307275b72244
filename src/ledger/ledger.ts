import { fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

export interface LedgerEntry {
  readonly event: 'creating' | 'created' | 'deleted'
  readonly target: string
  readonly email: string
  readonly id?: number
}

/** Where accounts are written down before they are created, so that nothing is lost whatever happens next. */
export interface Ledger {
  write(entry: LedgerEntry): void
}

/** An append-only file of one JSON object a line, synced before `write` returns. */
export function fileLedger(path: string): Ledger {
  mkdirSync(dirname(path), { recursive: true })
  const file = openSync(path, 'a')
  return {
    write(entry) {
      writeSync(file, `${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`)
      fsyncSync(file)
    },
  }
}

/** For a target that ends with the run: nothing stays, nothing needs writing down. */
export const noLedger: Ledger = { write: () => {} }
