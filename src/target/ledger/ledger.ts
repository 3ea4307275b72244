import { randomBytes } from 'node:crypto'
import { closeSync, fstatSync, fsyncSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileProblem } from '../../shared/file-problem.ts'
import { type LedgerEntry, type LedgerNote, ledgerVersion } from './entry.ts'

/** Thrown if the ledger cannot be written; no account may be created then. */
export class LedgerError extends Error {
  override name = 'LedgerError'
}

/** Records accounts before they are created, so that an interrupted run loses none. */
export interface Ledger {
  /** Returns when the note is on disk. @throws LedgerError */
  write(note: LedgerNote): void
  close(): void
}

/**
 * An append-only file with one JSON object per line, synced before `write` returns. Several runs may write to one file,
 * as each line is appended by a single call.
 * @param target base URL of the accounts
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

/** For a target that ends with the run, where no account remains. */
export const noLedger: Ledger = { write: () => {}, close: () => {} }

function open(path: string): number {
  const folder = dirname(path)
  mkdirSync(folder, { recursive: true })
  const file = openSync(path, 'a+')
  syncFolder(folder)
  return file
}

/** A new file is durable only after its folder is synced. Systems that cannot sync a folder do not need it. */
function syncFolder(folder: string): void {
  try {
    const opened = openSync(folder, 'r')
    fsyncSync(opened)
    closeSync(opened)
  } catch {}
}

/** True if the file ends with an incomplete line, as a killed run may leave it. */
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
