import pLimit from 'p-limit'
import type { Ledger } from '../ledger/ledger.ts'
import type { Exchange } from '../recording/exchange.ts'
import type { MailObservation } from '../recording/mail.ts'
import type { Recording, ScenarioOutcome } from '../recording/recording.ts'
import type { Target } from '../target/target.ts'
import { suiteVersion } from '../version.ts'
import { addressMaker } from './account.ts'
import { cleanUp, type Left, type Made } from './clean-up.ts'
import { deleteMails } from './delete-mails.ts'
import { play } from './play.ts'
import { powersOf } from './powers.ts'
import { preflight } from './preflight.ts'
import type { Scenario } from './scenario.ts'
import { SharedTime } from './time.ts'
import { type Missing, type Patience, patience } from './wait-for-mails.ts'

export interface PerformOptions {
  readonly ledger: Ledger
  /** Milliseconds. */
  readonly mailTimeout: number
  /** How the time passes in which mails are waited for; real time unless told. */
  readonly patience?: Patience
  /** Whether the mails to the run's own addresses are deleted in the end. */
  readonly deleteMails?: boolean
  /** Told whenever a scenario has ended. */
  readonly onProgress?: (ended: number, of: number, requests: number) => void
}

export interface Performed {
  readonly recording: Recording
  /** Accounts that stay on the target, and why. */
  readonly left: readonly Left[]
}

/** Performs all scenarios side by side, under the client's one limit, and writes down every answer. */
export async function perform(
  target: Target,
  scenarios: readonly Scenario[],
  options: PerformOptions,
): Promise<Performed> {
  const startedAt = new Date().toISOString()
  const start = performance.now()
  const exchanges: Exchange[] = []
  const mails: MailObservation[] = []
  const created = new Map<string, Made>()
  const time = new SharedTime(target.clock, scenarios.length)
  const newAddress = addressMaker(target.emailDomain)
  const addresses = new Set<string>()
  let ended = 0
  const run = {
    target,
    ledger: options.ledger,
    time,
    newAddress,
    mailTimeout: options.mailTimeout,
    patience: options.patience ?? patience,
    missingMails: new Map<string, Missing>(),
    keep: (exchange: Exchange) => exchanges.push(exchange),
    keepMails: (observation: MailObservation) => mails.push(observation),
    registered: (email: string, answer: Exchange | undefined) => {
      addresses.add(email)
      if (answer && answer.status !== 200 && answer.status < 500) return
      const value = answer?.at('/id').value
      const id = typeof value === 'number' ? value : undefined
      // An account that changed its e-mail is the same account.
      for (const [known, made] of created) if (id !== undefined && made.id === id) created.delete(known)
      created.set(email, { id, certain: answer?.status === 200 })
      if (answer?.status === 200)
        options.ledger.write({ event: 'created', target: target.baseUrl, email, ...(id === undefined ? {} : { id }) })
    },
  }
  const found = await preflight(run, target.probes).catch(async (error: unknown) => {
    await cleanUp(target, created, options.ledger)
    throw error
  })
  const probes = { ...target.probes, ...found }
  const told = { ...run, target: { ...target, probes } }
  const started = pLimit(scenariosAtOnce(target))
  const playOne = (scenario: Scenario) =>
    started(async (): Promise<ScenarioOutcome> => {
      const halt = await play(scenario, told)
      await time.ended()
      options.onProgress?.(++ended, scenarios.length, target.client.asked)
      return { scenario: scenario.name, ...(halt ? { halt } : {}) }
    })
  const outcomes = await Promise.all(longestFirst(scenarios).map(playOne))
  const requests = target.client.asked
  const performedMs = Math.round(performance.now() - start)
  const left = await cleanUp(target, created, options.ledger)
  if (options.deleteMails) await deleteMails(target, [...addresses, ...mails.map(({ to }) => to)])
  const { baseUrl, embedded, store, magentoVersion, release } = target
  return {
    recording: {
      meta: {
        suiteVersion,
        target: target.redactor.apply(baseUrl),
        embedded,
        store,
        magentoVersion,
        release,
        powers: powersOf(target),
        probes,
        startedAt,
        requests,
        performedMs,
      },
      exchanges: inOrder(exchanges, scenarios),
      mails,
      outcomes,
    },
    left,
  }
}

/**
 * On a shop, few enough that a scenario does not last as long as the run: a token of one minute must outlive it.
 * A clock that all share moves only when all wait for it, so there all of them run.
 */
function scenariosAtOnce({ clock, client }: Target): number {
  return clock.shared ? Number.POSITIVE_INFINITY : client.concurrency * 2
}

/** Those that let time pass begin first, so that their waiting costs nothing beside the others' work. */
function longestFirst(scenarios: readonly Scenario[]): Scenario[] {
  const waits = ({ needs }: Scenario) => Number(needs.includes('clock'))
  return [...scenarios].sort((a, b) => waits(b) - waits(a))
}

/** By scenario, then as asked: independent of how the answers happened to interleave. */
function inOrder(exchanges: readonly Exchange[], scenarios: readonly Scenario[]): Exchange[] {
  return scenarios.flatMap(({ name }) => exchanges.filter((exchange) => exchange.data.scenario === name))
}
