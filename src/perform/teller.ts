import type { Bank } from '../target/bank/bank.ts'
import { BankError } from '../target/bank/bank-error.ts'
import { type Deposit, endOf } from '../target/bank/deposit.ts'
import type { Interval } from '../target/clock/skew.ts'

/** Milliseconds after its end from which a token is surely dead, and before it within which it surely lives. */
const surelyDead = 1000
const surelyAlive = 30_000
/** Accounts that a bank keeps of one target at once. */
const most = 4

/** The token bank for a scenario. All times are milliseconds by the shop's clock. */
export interface Teller {
  /** Tokens whose end has come, the oldest first. */
  ripe(): Deposit[]
  /** Tokens that have not come to their end, the one that is nearest to it first. */
  living(): Deposit[]
  /** When the next token that still lives will be ripe. */
  readonly nextRipe: number | undefined
  /** Whether a deposit was made by this run. */
  isNew(deposit: Deposit): boolean
  /** Whether there is room for one more. */
  readonly hasRoom: boolean
  /** Keeps a token and its account for a later run. */
  keep(deposit: Omit<Deposit, 'target' | 'release'>): void
  /** A deposit that is of no more use: its account is removed with the run's others. */
  spend(deposit: Deposit): void
}

export interface TellerOptions {
  readonly bank: Bank
  readonly target: string
  readonly release: string
  /** Seconds that opaque tokens live by the shop's setting of now. */
  readonly configured: number | undefined
  /** Whether a deposit is of the kind that the shop issues now: what an upgrade left behind proves nothing of it. */
  readonly counts: (deposit: Deposit) => boolean
  /** Told why nothing more is kept. */
  readonly onTrouble: (error: BankError) => void
  /** The shop's time, from when to when it may be. */
  readonly now: () => Interval
  /** Told of accounts that stay, or that the run is to remove after all. */
  readonly onKept: (deposit: Deposit) => void
  readonly onSpent: (deposit: Deposit) => void
}

export function tellerOf(options: TellerOptions): Teller {
  const { bank, target, release, configured, counts, now, onKept, onSpent, onTrouble } = options
  const made = new Set<Deposit>()
  const end = (deposit: Deposit) => endOf(deposit, configured)
  /** A bank that fails costs its evidence, and no more. */
  const done = (act: () => void): boolean => {
    try {
      act()
      return true
    } catch (error) {
      if (!(error instanceof BankError)) throw error
      onTrouble(error)
      return false
    }
  }
  const spend = (deposit: Deposit) => {
    done(() => bank.drop(deposit))
    onSpent(deposit)
  }
  const byEnd = () => bank.deposits.filter(counts).sort((a, b) => end(a) - end(b))
  const living = () => byEnd().filter((deposit) => end(deposit) - surelyAlive > now().high)
  return {
    ripe: () => byEnd().filter((deposit) => end(deposit) + surelyDead <= now().low),
    living,
    get nextRipe() {
      const ends = byEnd()
        .map((deposit) => end(deposit) + surelyDead)
        .filter((moment) => moment > now().low && Number.isFinite(moment))
      return ends[0]
    },
    isNew: (deposit) => made.has(deposit),
    get hasRoom() {
      return bank.deposits.filter(counts).length < most
    },
    keep(kept) {
      const deposit = { target, release, ...kept }
      for (const old of bank.deposits.filter((other) => !counts(other))) spend(old)
      if (!done(() => bank.add(deposit))) return
      made.add(deposit)
      onKept(deposit)
    },
    spend,
  }
}
