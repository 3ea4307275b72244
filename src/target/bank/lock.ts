import { closeSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { BankError } from './bank-error.ts'

/** Milliseconds: maximum wait for another run, time between attempts, and age after which a lock is stale. */
const patience = 5000
const pause = 20
const forgotten = 10_000

/**
 * Runs a function while no other run uses the same file. It takes only milliseconds.
 * @throws BankError if another run does not release the file
 */
export function locked<T>(path: string, act: () => T): T {
  const lock = `${path}.lock`
  const until = Date.now() + patience
  while (!taken(lock)) {
    if (Date.now() > until) throw new BankError(`another run holds ${lock}`)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause)
  }
  try {
    return act()
  } finally {
    rmSync(lock, { force: true })
  }
}

function taken(lock: string): boolean {
  try {
    mkdirSync(dirname(lock), { recursive: true })
    closeSync(openSync(lock, 'wx'))
    return true
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code !== 'EEXIST') throw new BankError(`it cannot be written (${message})`)
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs
    if (since !== undefined && Date.now() - since > forgotten) rmSync(lock, { force: true })
    return false
  }
}
