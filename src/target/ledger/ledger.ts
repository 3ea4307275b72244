import { randomBytes } from 'node:crypto'
import { closeSync, fstatSync, fsyncSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileProblem } from '../../shared/file-problem.ts'
import { type LedgerEntry, type LedgerNote, ledgerVersion } from './entry.ts'

/** The ledger cannot be written. Nothing may be created then. */
export class LedgerError extends Error {
  override name = 'LedgerError'
}

/** Where accounts are written down before they are created, so that nothing is lost whatever happens next. */
export interface Ledger {
  /** Returns when the note is safe. @throws LedgerError */
  write(note: LedgerNote): void
  close(): void
}

/**
 * An append-only file of one JSON object a line, synced before `write` returns. Several runs may write to one file:
 * each line goes out in one call that appends.
 * @param target the base URL that the accounts are on
 * @throws LedgerError
 */
export function fileLedger(path: string, target: string): Ledger {
  const run = randomBytes(5).toString('hex')
  const file = attempt(path, () => open(path))
  let torn = attempt(path, () => endsTorn(file))
  return {
    write: (note) =>
      attempt(path, () => {
        const entry: LedgerEntry = { version: ledgerVersion, at: new Date().toISOString(), run, target, ...note }
        const line = Buffer.from(`${torn ? '\n' : ''}${JSON.stringify(entry)}\n`)
        torn = true
        if (writeSync(file, line) < line.length) throw new Error('only a part of the line could be written')
        torn = false
        fsyncSync(file)
      }),
    close: () => closeSync(file),
  }
}

/** For a target that ends with the run: nothing stays, nothing needs writing down. */
export const noLedger: Ledger = { write: () => {}, close: () => {} }

function open(path: string): number {
  const folder = dirname(path)
  mkdirSync(folder, { recursive: true })
  const file = openSync(path, 'a+')
  syncFolder(folder)
  return file
}

/** A new file is safe only when its folder is; systems that cannot sync a folder do not need to. */
function syncFolder(folder: string): void {
  try {
    const opened = openSync(folder, 'r')
    fsyncSync(opened)
    closeSync(opened)
  } catch {}
}

/** Whether a run that was killed left half a line at the end. */
function endsTorn(file: number): boolean {
  const { size } = fstatSync(file)
  if (size === 0) return false
  const last = Buffer.alloc(1)
  readSync(file, last, 0, 1, size - 1)
  return last.toString() !== '\n'
}

function attempt<T>(path: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    throw new LedgerError(`the ledger "${path}" cannot be written: ${fileProblem(error)}`)
  }
}
