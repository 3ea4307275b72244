import '../../../specs/index.ts'
import { directTarget } from '../../../faults/direct-target.ts'
import type { Change } from '../../../reference/index.ts'
import { judge } from '../../../src/judge/judge.ts'
import type { Requirement } from '../../../src/judge/requirement.ts'
import type { Result } from '../../../src/judge/verdict.ts'
import { perform } from '../../../src/perform/perform.ts'
import { type Scenario, scenarios } from '../../../src/perform/scenario.ts'
import type { MailObservation } from '../../../src/recording/mail.ts'
import type { Recording } from '../../../src/recording/recording.ts'
import { Redactor } from '../../../src/recording/redact.ts'
import { noLedger } from '../../../src/target/ledger/ledger.ts'
import { beginChance } from './repeatable.ts'
import { type WatchedExchange, watched } from './watched.ts'

/** The release of the reference, and the change to it. */
export interface Setup {
  readonly release: string
  readonly settings?: Readonly<Record<string, string>> | undefined
  /** A fault or a remedy. */
  readonly changed?: { readonly id: string; readonly change: Change } | undefined
}

/** The result of one requirement for a run. */
export interface Judged {
  readonly setup: Setup
  readonly exchanges: readonly WatchedExchange[]
  readonly mails: readonly MailObservation[]
  readonly result: Result
}

/** Responses that show that the shop answers in English; without one, texts are not compared. */
const tellsTheLanguage = 'fields-filter'

const performed = new Map<string, Promise<Recording>>()

/** Returns the scenario that a requirement reads; all scenarios for a requirement of the whole run. */
export const readBy = ({ scenario }: Requirement): Scenario[] =>
  scenarios.filter(({ name }) => !scenario || name === scenario)

/**
 * Performs scenarios separately, so that an example does not change if another scenario does, and judges one
 * requirement.
 */
export async function judgedRun(
  requirement: Requirement,
  setup: Setup,
  needed: readonly Scenario[] = readBy(requirement),
): Promise<Judged> {
  const parts: Recording[] = []
  for (const one of needed) parts.push(await performOnce(one, setup))
  const { release, settings } = setup
  const speaking = scenarios.find(({ name }) => name === tellsTheLanguage) as Scenario
  if (!needed.includes(speaking)) parts.push(await performOnce(speaking, { release, settings }))
  const recording = watched({
    meta: (parts[0] as Recording).meta,
    exchanges: parts.flatMap(({ exchanges }) => exchanges),
    mails: parts.flatMap(({ mails }) => mails),
    outcomes: parts.flatMap(({ outcomes }) => outcomes),
  })
  const [result] = judge(recording, [requirement])
  return { setup, exchanges: recording.exchanges, mails: recording.mails, result: result as Result }
}

function performOnce(scenario: Scenario, setup: Setup): Promise<Recording> {
  const key = JSON.stringify([scenario.name, setup.release, setup.settings, setup.changed?.id])
  const known = performed.get(key) ?? performAlone(scenario, setup)
  performed.set(key, known)
  return known
}

/** The same random numbers for every setup, so that two responses differ only because of the setup. */
async function performAlone(scenario: Scenario, { release, settings, changed }: Setup): Promise<Recording> {
  beginChance(scenario.name)
  const direct = await directTarget({ release, settings, changes: changed ? [changed.change] : [] })
  const redactor = new Redactor()
  if (typeof direct.adminToken === 'string') redactor.learnToken(direct.adminToken)
  const options = { ledger: noLedger, mailTimeout: 30_000, patience: direct.patience }
  return (await perform({ ...direct, redactor }, [scenario], options)).recording
}
