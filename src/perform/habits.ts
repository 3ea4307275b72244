import { parseRelease } from '../../release/index.ts'
import type { Exchange } from '../recording/exchange.ts'
import type { Probe, SetupFinding } from '../recording/recording.ts'
import { setUpSentence } from '../recording/set-up-sentences.ts'
import { jsonWebTokens } from '../recording/token/generation.ts'
import { NoAnswer } from '../target/client/client.ts'
import { get, post } from '../target/client/request.ts'
import { askUnrecorded } from '../target/client/unrecorded.ts'
import { OverBudget } from '../target/guard/budget.ts'
import type { Barrier } from './barrier.ts'
import { earlyLock } from './early-lock.ts'
import { pagesOfOthers, refusedToken } from './first-token.ts'
import type { Fitting } from './fitting.ts'
import { untestableBy } from './halt.ts'
import type { Run } from './run.ts'

/** A finding, with its barriers and facts. */
interface Habit {
  readonly setup: readonly SetupFinding[]
  readonly barriers?: readonly Barrier[]
  readonly probes?: Readonly<Record<string, Probe>>
}

/** Returns findings from the first login and, except in profile shape, from further requests. */
export async function habitsOf(
  run: Run,
  first: Exchange,
  account: { email: string; password: string },
  fitting: Fitting | undefined,
): Promise<(Habit | undefined)[]> {
  const login = () => askUnrecorded(run.target.client, loginOf(account.email, account.password, { store: null }))
  const told = [opaqueTokens(run, first), await refusedToken(run, first), await pagesOfOthers(run, fitting, login)]
  return run.profile === 'shape'
    ? told
    : [...told, await developerMode(run), await locksEarly(run, account).catch(unanswered)]
}

const loginOf = (username: string, password: string, options = {}) =>
  post('/V1/integration/customer/token', { username, password }, options)

/** Detects a shop with opaque tokens from 2.4.4 on, which it issues if the module for JSON Web Tokens is disabled. */
function opaqueTokens({ target }: Run, { json }: Exchange): Habit | undefined {
  if (!jsonWebTokens.includes(parseRelease(target.release.name))) return undefined
  if (typeof json !== 'string' || !/^[a-z0-9]{32}$/.test(json)) return undefined
  return {
    setup: [
      {
        cause: 'token',
        effect: 'adapted',
        sentence: setUpSentence('tokensOpaque'),
        next: 'If the module Magento_JwtUserToken is disabled on purpose, nothing: what is promised of JSON Web Tokens is inapplicable. If not, enable it, or set MAGENTO_RELEASE to the release that the shop has.',
      },
    ],
    probes: { 'opaque tokens': { value: true, from: 'the token of the first login' } },
  }
}

/** Detects developer mode: all errors have a trace. */
async function developerMode({ target }: Run): Promise<Habit | undefined> {
  // A trace in only one of the errors is a leak instead.
  for (const request of [get('/V1/customers/me'), post('/V1/integration/customer/token', {})]) {
    const refusal = await askUnrecorded(target.client, request)
    if (refusal.status < 400 || !refusal.at('/trace').exists) return undefined
  }
  return {
    setup: [
      {
        cause: 'developer-mode',
        effect: 'adapted',
        sentence: setUpSentence('developerMode'),
        next: 'On a developer’s shop nothing: ERROR-10 warns, and no other requirement. A shop that customers use must not show it: put it into production mode (bin/magento deploy:mode:set production).',
      },
    ],
  }
}

/** A front may limit failed logins, and the run its own: then nothing is known of the shop's limit. */
function unanswered(error: unknown): undefined {
  if (!(error instanceof NoAnswer || error instanceof OverBudget)) throw error
}

/** Failed logins after which scenarios still expect the right password to log in. */
const attempts = 4

/**
 * Detects a shop that locks accounts after at most `attempts` failures. The account must not be used afterwards.
 * @param account of the run, without failed logins so far
 */
async function locksEarly(
  { target }: Run,
  { email: username, password }: { readonly email: string; readonly password: string },
): Promise<Habit | undefined> {
  if (target.probes['failed logins unlimited']?.value === true) return undefined
  const login = (tried: string) => askUnrecorded(target.client, loginOf(username, tried))
  // A successful login resets the failures, in the shop and in the run's limits.
  if ((await login(password)).status !== 200) return undefined
  for (let count = 0; count < attempts; count++) {
    const wrong = `${password}${count}`
    target.redactor.learn(wrong)
    if ((await login(wrong)).status !== 401) return undefined
  }
  if ((await login(password)).status !== 401) return undefined
  const sentence = setUpSentence('locksEarly', { attempts })
  const next =
    'Raise customer/password/lockout_failures and oauth/authentication_lock/max_failures_count to 5 or more on the staging shop; until then a refused login after another one is untestable. If both are 5 or more, it is a defect of the shop.'
  return {
    setup: [{ cause: 'lockout', effect: 'limits', sentence, next }],
    barriers: earlyLock(untestableBy('lockout', sentence, next)),
  }
}
