import type { Exchange } from '../recording/exchange.ts'
import type { MailObservation } from '../recording/mail.ts'
import type { Halt, Recording } from '../recording/recording.ts'
import type { Profile } from '../shared/profile.ts'
import type { Skew } from '../target/clock/skew.ts'
import type { Spent } from '../target/guard/limits.ts'
import type { Target } from '../target/target.ts'
import type { Customer } from './account.ts'
import type { Barrier } from './barrier.ts'
import type { Cleaned } from './clean-up.ts'
import type { Fitting } from './fitting.ts'
import type { OwnAccounts } from './own-accounts.ts'
import type { SharedTime } from './shared-time.ts'
import type { Missing, Patience } from './wait-for-mails.ts'

/** The data that the scenarios of one run share. */
export interface Run {
  readonly target: Target
  readonly time: SharedTime
  readonly skew: Skew
  readonly mailTimeout: number
  readonly patience: Patience
  readonly missingMails: Map<string, Missing>
  /** Passwords that scenarios have chosen. */
  readonly passwords: Set<string>
  /** @param live the same exchange with its secrets; never written to a file */
  readonly keep: (kept: Exchange, live: Exchange) => void
  readonly keepMails: (kept: MailObservation, live: MailObservation) => void
  readonly accounts: OwnAccounts
  readonly profile: Profile
  /** The customer that all scenarios share in profile shape. */
  readonly customer: Customer | undefined
  /** How requests must differ on this shop. */
  readonly fitting: Fitting
  /** Known obstacles for some requests. */
  readonly barriers: readonly Barrier[]
  /** Rejects when the run is stopped; never resolves. */
  readonly stopped: Promise<never>
  /** Called for an exchange that a scenario continues without. */
  readonly without: (scenario: string, name: string, halt: Halt) => void
  /** Called when a scenario waits, with seconds of real time. */
  readonly waiting: (seconds: number) => void
}

/** The result of a run. */
export interface Performed {
  readonly recording: Recording
  /** The result of the cleanup. */
  readonly accounts: Cleaned
  readonly budget: Spent
}
