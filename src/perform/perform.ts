import pLimit from 'p-limit'
import type { Exchange } from '../recording/exchange.ts'
import type { MailObservation } from '../recording/mail.ts'
import type { Halt, Probe, ScenarioOutcome } from '../recording/recording.ts'
import type { Profile } from '../shared/profile.ts'
import { suite } from '../shared/version.ts'
import { Skew } from '../target/clock/skew.ts'
import { Stopped } from '../target/guard/guard.ts'
import type { Ledger } from '../target/ledger/ledger.ts'
import type { Target } from '../target/target.ts'
import { usedAccessOf } from './access.ts'
import { deleteMails } from './delete-mails.ts'
import { stock } from './fitting.ts'
import { leftLines } from './left-accounts.ts'
import { inOrder, longestFirst, scenariosAtOnce } from './order.ts'
import { OwnAccounts } from './own-accounts.ts'
import { play } from './play.ts'
import { preflight } from './preflight.ts'
import { redacted } from './record.ts'
import type { Performed } from './run.ts'
import type { Scenario } from './scenario.ts'
import { frontFindings } from './setup-findings.ts'
import { SharedTime } from './shared-time.ts'
import { type Missing, type Patience, patience } from './wait-for-mails.ts'

export interface PerformOptions {
  readonly ledger: Ledger
  /** The profile; default: full. */
  readonly profile?: Profile
  /** Milliseconds. */
  readonly mailTimeout: number
  /** The clock for waiting for mails; default: real time. */
  readonly patience?: Patience
  /** True to delete the mails to the run's own addresses at the end. */
  readonly deleteMails?: boolean
  /** Called when a scenario has ended. */
  readonly onProgress?: (ended: number, of: number, requests: number) => void
  /** Called for each exchange. @param live the same exchange with its secrets */
  readonly onExchange?: (kept: Exchange, live: Exchange) => void
  /** Called for each mailbox query. @param live the same with its secrets */
  readonly onMails?: (kept: MailObservation, live: MailObservation) => void
  /** Called when a scenario starts to wait, with the seconds. */
  readonly onWaiting?: (seconds: number) => void
  /** Aborted when the user stops the run: it then only cleans up. */
  readonly stop?: AbortSignal
}

/**
 * Performs scenarios concurrently, within the client's concurrency limit, records each exchange, and in any case
 * removes what it created.
 * @throws UsageError if no registration can succeed, LedgerError
 */
export async function perform(
  target: Target,
  scenarios: readonly Scenario[],
  options: PerformOptions,
): Promise<Performed> {
  const startedAt = new Date().toISOString()
  const start = performance.now()
  const exchanges: Exchange[] = []
  const mails: MailObservation[] = []
  const accounts = new OwnAccounts(target, options.ledger)
  const without = new Map<string, Record<string, Halt>>()
  const time = new SharedTime(target.clock)
  const skew = new Skew()
  const stopped = stopping(target, options.stop)
  let ended = 0
  const run = {
    target,
    time,
    skew,
    accounts,
    profile: options.profile ?? 'full',
    customer: undefined,
    fitting: stock,
    barriers: [],
    mailTimeout: options.mailTimeout,
    patience: options.patience ?? patience,
    missingMails: new Map<string, Missing>(),
    passwords: new Set<string>(),
    keep: (kept: Exchange, live: Exchange) => {
      exchanges.push(kept)
      options.onExchange?.(kept, live)
    },
    keepMails: (kept: MailObservation, live: MailObservation) => {
      mails.push(kept)
      options.onMails?.(kept, live)
    },
    without: (scenario: string, name: string, halt: Halt) =>
      without.set(scenario, { ...without.get(scenario), [name]: halt }),
    waiting: (seconds: number) => options.onWaiting?.(seconds),
    stopped,
  }

  async function performAll() {
    const found = await preflight(run, target.probes)
    const probes = { ...target.probes, ...found.probes }
    const { customer, fitting = stock, barriers = [], setup = [], stop } = found
    const told = { ...run, customer, fitting, barriers, target: { ...target, probes } }
    if (stop) return { probes, setup, outcomes: scenarios.map(({ name }) => ({ scenario: name, halt: stop })) }
    const started = pLimit(scenariosAtOnce(target))
    const playOne = (scenario: Scenario) =>
      started(async (): Promise<ScenarioOutcome> => {
        const halt = await play(scenario, told)
        await time.ended()
        options.onProgress?.(++ended, scenarios.length, target.client.asked)
        const lacking = without.get(scenario.name)
        return { scenario: scenario.name, ...(halt ? { halt } : {}), ...(lacking ? { without: lacking } : {}) }
      })
    const together = longestFirst(scenarios.filter(({ alone }) => !alone))
    time.begin(together.length)
    const outcomes = await Promise.all(together.map(playOne))
    for (const scenario of scenarios.filter(({ alone }) => alone)) {
      time.begin(1)
      outcomes.push(await playOne(scenario))
    }
    return { probes, setup: [...setup, ...frontFindings(outcomes)], outcomes }
  }

  const { probes, setup, outcomes } = await performAll().catch(async (error: unknown) => {
    const { left } = await accounts.remove()
    if (left.length > 0) (error as Error).message += `\n${leftLines(left, target.baseUrl).join('\n')}`
    throw error
  })
  const requests = target.client.asked
  const performedMs = Math.round(performance.now() - start)
  const cleaned = await accounts.remove()
  if (options.deleteMails) await deleteMails(target, [...accounts.addresses, ...mails.map(({ to }) => to)])
  const { baseUrl, embedded, store, magentoVersion, release, guard } = target
  return redacted(target.redactor, {
    recording: {
      meta: {
        suiteVersion: suite.version,
        target: target.redactor.apply(baseUrl),
        embedded,
        store,
        magentoVersion,
        release,
        ...(run.profile === 'full' ? {} : { profile: run.profile }),
        powers: usedAccessOf(target, probes),
        probes: { ...probes, ...measured(skew, target) },
        ...(setup.length ? { setup } : {}),
        startedAt,
        requests,
        performedMs,
      },
      exchanges: inOrder(exchanges, scenarios),
      mails,
      outcomes,
    },
    accounts: cleaned,
    budget: { used: guard.budget.used, allowed: guard.budget.limits, paused: guard.pauses.spent },
  })
}

/** Returns the measured lead of the shop's clock, if known. */
function measured({ known, observed }: Skew, { clock }: Target): Record<string, Probe> {
  if (!known || clock.shared) return {}
  const seconds = Math.round((known.low + known.high) / 200) / 10
  return { 'clock skew': { value: seconds, from: `the Date header of ${observed} answers` } }
}

/** Stops the target's guard when the signal is aborted. @returns a promise that rejects then, and never resolves */
function stopping({ guard }: Target, signal: AbortSignal | undefined): Promise<never> {
  const stopped = new Promise<never>((_, reject) => {
    const stop = () => {
      guard.stop()
      reject(new Stopped('the run was stopped'))
    }
    if (signal?.aborted) stop()
    else signal?.addEventListener('abort', stop, { once: true })
  })
  stopped.catch(() => {})
  return stopped
}
