import type { Bank } from '../target/bank/bank.ts'
import { BankError } from '../target/bank/bank-error.ts'
import { type Deposit, endOf } from '../target/bank/deposit.ts'
import type { Interval } from '../target/clock/skew.ts'

/**
 * Milliseconds after its end from which a token has certainly expired, and before it until which it is certainly valid.
 */
const surelyDead = 1000
const surelyAlive = 30_000
/** Maximum accounts that a bank keeps per target. */
const most = 4

/** The token bank for a scenario. All times are milliseconds by the shop's clock. */
export interface Teller {
  /** Tokens that have certainly expired, oldest first. */
  ripe(): Deposit[]
  /** Tokens that are certainly valid, earliest end first. */
  living(): Deposit[]
  /** When the next valid token will have expired. */
  readonly nextRipe: number | undefined
  /** True if this run made the deposit. */
  isNew(deposit: Deposit): boolean
  /** True if one more can be kept. */
  readonly hasRoom: boolean
  /** Keeps a token and its account for a later run. */
  keep(deposit: Omit<Deposit, 'target' | 'release'>): void
  /** Removes a deposit that is no longer needed; its account is removed with the run's others. */
  spend(deposit: Deposit): void
}

export interface TellerOptions {
  readonly bank: Bank
  readonly target: string
  readonly release: string
  /** Seconds that opaque tokens live under the shop's current setting. */
  readonly configured: number | undefined
  /** True if the shop still issues tokens of the deposit's kind. After an upgrade older ones are no evidence. */
  readonly counts: (deposit: Deposit) => boolean
  /** Called with the reason why nothing more is kept. */
  readonly onTrouble: (error: BankError) => void
  /** Bounds of the shop's time. */
  readonly now: () => Interval
  /** Called for accounts that are kept, and for those to be removed after all. */
  readonly onKept: (deposit: Deposit) => void
  readonly onSpent: (deposit: Deposit) => void
}

export function tellerOf(options: TellerOptions): Teller {
  const { bank, target, release, configured, counts, now, onKept, onSpent, onTrouble } = options
  const made = new Set<Deposit>()
  const end = (deposit: Deposit) => endOf(deposit, configured)
  /** If the bank fails, only its evidence is lost. */
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
