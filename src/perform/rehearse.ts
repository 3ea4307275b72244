import type { Profile } from '../shared/profile.ts'
import { noLedger } from '../target/ledger/ledger.ts'
import { openRehearsal, type Rehearsal, type RehearsalOptions } from '../target/rehearsal.ts'
import { perform } from './perform.ts'
import type { Scenario } from './scenario.ts'

/** The numbers of requests, accounts, mails and so on that scenarios need. */
export interface Load {
  readonly requests: number
  readonly accounts: number
  readonly failedLogins: number
  readonly resetRequests: number
  /** Mails sent by the shop. */
  readonly mails: number
  /** Requests that remove the accounts. */
  readonly cleaningUp: number
}

export const loadNames = ['requests', 'accounts', 'failedLogins', 'resetRequests', 'mails', 'cleaningUp'] as const

/** Performs scenarios on the embedded reference and counts what they do, setup included. */
export async function loadOf(
  rehearsal: Rehearsal,
  scenarios: readonly Scenario[],
  profile: Profile = 'full',
): Promise<Load> {
  const { target, mails, asked } = rehearsal.begin()
  const { accounts, budget } = await perform(target, scenarios, { ledger: noLedger, mailTimeout: 0, profile })
  const { requests, failedLogins, resetRequests } = budget.used
  return {
    requests,
    accounts: accounts.created,
    failedLogins,
    resetRequests,
    mails: mails(),
    cleaningUp: asked() - requests,
  }
}

/**
 * Returns the load of a whole run, including setup.
 * @param options configuration of the run that affects its requests
 */
export async function loadOfRun(
  options: RehearsalOptions,
  scenarios: readonly Scenario[],
  profile: Profile = 'full',
): Promise<Load> {
  const rehearsal = await openRehearsal(options)
  try {
    const load = await loadOf(rehearsal, scenarios, profile)
    return { ...load, requests: load.requests + rehearsal.opening }
  } finally {
    await rehearsal.close()
  }
}

/** Adds two loads; with `sign` −1 it subtracts the second. */
export function sumOf(first: Load, second: Load, sign: 1 | -1 = 1): Load {
  const entries = loadNames.map((name) => [name, first[name] + sign * second[name]])
  return Object.fromEntries(entries) as Record<(typeof loadNames)[number], number>
}
