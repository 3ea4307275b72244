import type { Deposit } from './deposit.ts'

/** The tokens kept from earlier runs for a target. */
export interface Bank {
  /** The deposits of this target, oldest first. */
  readonly deposits: readonly Deposit[]
  /** Returns after the deposit is on disk. */
  add(deposit: Deposit): void
  /** Removes a deposit that is no longer needed, or whose account is gone. */
  drop(deposit: Deposit): void
}

/** Creates a bank in memory, for a target whose clock the run moves. */
export function memoryBank(): Bank {
  const deposits: Deposit[] = []
  return {
    deposits,
    add: (deposit) => void deposits.push(deposit),
    drop: (deposit) => void deposits.splice(deposits.indexOf(deposit) >>> 0, 1),
  }
}
