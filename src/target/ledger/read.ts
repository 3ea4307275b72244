import { readFileSync } from 'node:fs'
import { fileProblem } from '../../shared/file-problem.ts'
import { type LedgerEntry, ledgerEvents, ledgerVersion } from './entry.ts'
import { LedgerError } from './ledger.ts'

/**
 * Returns the entries of a ledger, in order. Skips an incomplete line of a killed run: each line is on disk before its
 * request is sent, so the request it announces was never sent.
 * @throws LedgerError if the file cannot be read, is no ledger, or was written by a later version of the suite
 */
export function readLedger(path: string): LedgerEntry[] {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw new LedgerError(`the ledger "${path}" cannot be read: ${fileProblem(error)}`)
  }
  const lines = text.split('\n')
  const entries = lines.flatMap((line) => {
    const value = parsed(line)
    if (typeof value?.version === 'number' && value.version > ledgerVersion)
      throw new LedgerError(
        `the ledger "${path}" has lines of version ${value.version}, and this suite reads version ${ledgerVersion}: use the suite that wrote it`,
      )
    return isEntry(value) ? [value] : []
  })
  // A file with only an incomplete first line is a ledger too, of a run killed while it wrote that line.
  if (entries.length === 0 && lines.slice(0, -1).some((line) => line.trim()))
    throw new LedgerError(`"${path}" is not a ledger: no line of it names an account`)
  return entries
}

function parsed(line: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function isEntry(value: unknown): value is LedgerEntry {
  const { event, email, target, id } = (value ?? {}) as Record<string, unknown>
  return (
    ledgerEvents.some((known) => known === event) &&
    typeof email === 'string' &&
    typeof target === 'string' &&
    (id === undefined || typeof id === 'number')
  )
}
