import { take } from '../recording/asked.ts'
import type { Halt } from '../recording/recording.ts'
import { placeOf } from '../shared/own.ts'
import { NoAnswer } from '../target/client/client.ts'
import { ClockError } from '../target/clock/clock.ts'
import { SettingError } from '../target/configure.ts'
import { OverBudget } from '../target/guard/budget.ts'
import { Stopped } from '../target/guard/guard.ts'
import { LedgerError } from '../target/ledger/ledger.ts'
import { MailboxError } from '../target/mailbox/mailbox.ts'
import { accessOf, untestable } from './access.ts'
import { Halted } from './halt.ts'
import { makeStage } from './make-stage.ts'
import type { Run } from './run.ts'
import type { Scenario } from './scenario.ts'

/** Performs one scenario until it ends or halts. @returns why it halted; never throws */
export async function play(scenario: Scenario, run: Run): Promise<Halt | undefined> {
  const powers = accessOf(run.target)
  const missing = scenario.needs.find((power) => !powers.includes(power))
  if (missing) return untestable(missing)
  try {
    const perform = run.profile === 'shape' ? scenario.shape : scenario.perform
    if (!perform) return undefined
    const performing = take(perform(makeStage(scenario, run)))
    // A scenario that changes settings resets them, even if the run is stopped.
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
    if (scenario.own)
      return { kind: 'error', why: `your scenario "${scenario.name}" failed${at(error as Error)}: ${name}: ${message}` }
    return { kind: 'error', why: `the suite itself failed in scenario "${scenario.name}": ${name}: ${message}` }
  }
}

const at = (error: Error) => {
  const place = placeOf(error)
  return place ? ` at ${place}` : ''
}

/** Errors that are neither non-conformance of the shop nor a defect of the suite. */
const known = [NoAnswer, MailboxError, ClockError, SettingError, LedgerError, Stopped]
