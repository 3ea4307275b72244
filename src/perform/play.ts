import { take } from '../recording/asked.ts'
import type { Exchange } from '../recording/exchange.ts'
import type { MailObservation } from '../recording/mail.ts'
import type { Halt } from '../recording/recording.ts'
import type { Profile } from '../shared/profile.ts'
import { NoAnswer } from '../target/client/client.ts'
import { ClockError } from '../target/clock/clock.ts'
import type { Skew } from '../target/clock/skew.ts'
import { SettingError } from '../target/configure.ts'
import { OverBudget } from '../target/guard/budget.ts'
import { Stopped } from '../target/guard/guard.ts'
import { LedgerError } from '../target/ledger/ledger.ts'
import { MailboxError } from '../target/mailbox/mailbox.ts'
import type { Target } from '../target/target.ts'
import type { Customer } from './account.ts'
import { Halted } from './halt.ts'
import { makeStage } from './make-stage.ts'
import type { OwnAccounts } from './own-accounts.ts'
import { powersOf, untestable } from './powers.ts'
import type { Scenario } from './scenario.ts'
import type { SharedTime } from './shared-time.ts'
import type { Missing, Patience } from './wait-for-mails.ts'

/** What the scenarios of one run share. */
export interface Run {
  readonly target: Target
  readonly time: SharedTime
  readonly skew: Skew
  readonly mailTimeout: number
  readonly patience: Patience
  readonly missingMails: Map<string, Missing>
  readonly keep: (exchange: Exchange) => void
  readonly keepMails: (observation: MailObservation) => void
  readonly accounts: OwnAccounts
  readonly profile: Profile
  /** The customer that all scenarios share, in profile shape. */
  readonly customer: Customer | undefined
  /** Rejects when somebody stops the run, else never ends. */
  readonly stopped: Promise<never>
  /** Told of an exchange that a scenario goes on without. */
  readonly without: (scenario: string, name: string, halt: Halt) => void
  /** Told that a scenario waits for so many seconds of real time. */
  readonly waiting: (seconds: number) => void
}

/** Performs one scenario to its end or to where it has to stop, and says why it stopped. Never throws. */
export async function play(scenario: Scenario, run: Run): Promise<Halt | undefined> {
  const powers = powersOf(run.target)
  const missing = scenario.needs.find((power) => !powers.includes(power))
  if (missing) return untestable(missing)
  try {
    const perform = run.profile === 'shape' ? scenario.shape : scenario.perform
    if (!perform) return undefined
    const performing = take(perform(makeStage(scenario, run)))
    // What changed the shop's settings sets them back, also when the run is stopped.
    await Promise.race([performing, run.stopped]).catch(async (error) => {
      if (scenario.alone) await performing.catch(() => {})
      throw error
    })
    return undefined
  } catch (error) {
    if (error instanceof Halted) return error.halt
    if (error instanceof OverBudget)
      return { kind: 'untestable', power: 'budget', why: error.message, setting: error.setting }
    if (known.some((kind) => error instanceof kind)) return { kind: 'error', why: (error as Error).message }
    const { name, message } = error as Error
    return { kind: 'error', why: `the suite itself failed in scenario "${scenario.name}": ${name}: ${message}` }
  }
}

/** What may go wrong without its being the shop's non-conformance, or the suite's failure. */
const known = [NoAnswer, MailboxError, ClockError, SettingError, LedgerError, Stopped]
