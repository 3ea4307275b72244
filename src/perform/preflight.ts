import type { Exchange } from '../recording/exchange.ts'
import type { Halt, Probe, SetupFinding } from '../recording/recording.ts'
import { lifetimeOf } from '../recording/token/json-web-token.ts'
import { claimedLifetime } from '../recording/token/lifetime.ts'
import { NoAnswer } from '../target/client/client.ts'
import { isPassing } from '../target/client/no-answer.ts'
import { type Ask, get, post } from '../target/client/request.ts'
import { askUnrecorded } from '../target/client/unrecorded.ts'
import { OverBudget } from '../target/guard/budget.ts'
import { Stopped } from '../target/guard/guard.ts'
import { carriedBy } from '../target/mailbox/carried.ts'
import { MailboxError } from '../target/mailbox/mailbox.ts'
import { UsageError } from '../target/settings.ts'
import { type Customer, names, randomLetters, strongPassword } from './account.ts'
import { type Barrier, refusedLogin } from './barrier.ts'
import { documentedCustomer } from './documented.ts'
import { checkDomain, establish, type Registration } from './establish.ts'
import { firstMail } from './first-mail.ts'
import { type Fitting, fitted, stock } from './fitting.ts'
import { habitsOf } from './habits.ts'
import { wantsRecaptcha } from './obstacle.ts'
import { registering } from './register.ts'
import type { Run } from './run.ts'
import { guestsClosed, guestsDoNotRegister, loginRefused } from './setup-findings.ts'
import { waitForMails } from './wait-for-mails.ts'
import { waitingFor } from './waiting-for.ts'

export interface Found {
  /** New facts about the shop. */
  readonly probes: Readonly<Record<string, Probe>>
  /** In profile shape: the created account, which all scenarios share. */
  readonly customer?: Customer
  /** How requests must differ on this shop; undefined for a stock shop. */
  readonly fitting?: Fitting
  readonly setup?: readonly SetupFinding[]
  readonly barriers?: readonly Barrier[]
  /** Why nothing can be tested. */
  readonly stop?: Halt
}

/**
 * Registers an account and logs in before all scenarios. This warms up a cold shop sequentially, detects settings of
 * the run that cannot work, and finds facts that GraphQL does not provide (before 2.4.7, or disabled): whether new
 * accounts must be confirmed, and the password policy. In profile shape, which does not depend on the policy, no
 * further account is created, and the scenarios use this one.
 * @returns what was found; unknown facts are judged as on a stock shop
 * @throws UsageError if the e-mail domain or the store view makes every registration or login fail
 */
export async function preflight(run: Run, known: Readonly<Record<string, Probe>>): Promise<Found> {
  // Neither registration nor login can work then, so no account is created.
  if (wantsRecaptcha(run.target)) return { probes: {} }
  try {
    const found = await tryAnAccount(run, known).catch((error: unknown) => {
      // Retry after a temporary error, since unknown facts are judged as on a stock shop.
      if (isPassing(error)) return tryAnAccount(run, known)
      throw error
    })
    const { probes, customer, fitting = stock } = found
    if (run.profile === 'shape') return { probes, ...(customer ? { customer } : {}) }
    if (found.stop) return found
    return { ...found, probes: { ...probes, ...(await passwordPolicy(run, known, fitting)) } }
  } catch (error) {
    // Without an answer the scenarios report the error themselves.
    if ([NoAnswer, MailboxError, OverBudget, Stopped].some((kind) => error instanceof kind)) return { probes: {} }
    throw error
  }
}

async function tryAnAccount(run: Run, known: Readonly<Record<string, Probe>>): Promise<Found> {
  const { email, password, answer, ...registered } = await firstRegistration(run, known)
  if (registered.stop || answer.status !== 200) return { ...registered, probes: {} }
  const found = await withFirstMail(run, registered, email, answer.at('/id').value)
  const login = (options = {}) =>
    ask(run, post('/V1/integration/customer/token', { username: email, password }, options))
  const made = { ...found, ...customerOf(answer, email, password) }
  const first = await login()
  if (first.status === 200) {
    await checkSecondAddress(run, email, password)
    const told = run.target.embedded ? [] : await habitsOf(run, first, { email, password }, found.fitting)
    const facts = { ...found.probes, ...fact(known, false), ...claimOf(first) }
    return told.reduce(joined, { ...made, probes: facts })
  }
  if (known['confirmation required']?.value !== true && (await login({ store: null })).status === 200) {
    // If the store view lets the account in now, only its first login failed.
    if ((await login()).status === 200) return { ...made, probes: { ...found.probes, ...fact(known, false) } }
    throw new UsageError(
      `MAGENTO_STORE_CODE is "${run.target.store}": its website is not the default one, where a registration without a website lands, so that nobody could log in, and neither GraphQL nor an administrator tells the website’s id; give the run an administrator that may read the stores (Magento_Backend::store), or use a store view of the default website`,
    )
  }
  if (known['confirmation required']?.value === true) return { ...made, probes: found.probes }
  if (!('confirmation required' in known) && (await asksForConfirmation(run, email, answer)))
    return { ...made, probes: { ...found.probes, ...fact(known, true) } }
  return run.target.embedded ? { ...made, probes: found.probes } : refusedFirstLogin(run, known, made, first)
}

/** Adds the result of waiting for the first mail. Errors of the mailbox are reported by the scenarios. */
async function withFirstMail(run: Run, found: Found, email: string, id: unknown): Promise<Found> {
  const { mailbox, embedded } = run.target
  if (!mailbox || embedded || run.profile === 'shape') return found
  const first = await firstMail(run, mailbox, { email, id }, found.fitting ?? stock)
  return { ...joined(found, first), probes: { ...found.probes, ...first.probes } }
}

/** Returns `found` with what `more` adds. */
const joined = (found: Found, more: Partial<Found> | undefined): Found => ({
  ...found,
  probes: { ...found.probes, ...more?.probes },
  setup: [...(found.setup ?? []), ...(more?.setup ?? [])],
  barriers: [...(found.barriers ?? []), ...(more?.barriers ?? [])],
})

/** Registers as on a stock shop for the embedded reference and profile shape, else as this shop requires. */
async function firstRegistration(run: Run, known: Readonly<Record<string, Probe>>): Promise<Registration & Found> {
  if (!run.target.embedded && run.profile !== 'shape') {
    const { registration, ...found } = await establish(run, known)
    return { ...registration, ...found }
  }
  const registration = await register(run, strongPassword())
  checkDomain(registration.answer, run.target.emailDomain)
  return { ...registration, probes: {} }
}

/**
 * Handles a new account that cannot log in although nothing of a stock shop prevents it: accounts need approval, or a
 * module refuses. If guests' accounts need approval, those created by the administrator may not.
 */
async function refusedFirstLogin(
  run: Run,
  known: Readonly<Record<string, Probe>>,
  found: Found,
  refusal: Exchange,
): Promise<Found> {
  const { fitting = stock, setup = [], barriers = [], probes } = found
  const registrar = run.target.adminToken
  if (registrar !== undefined && fitting.registrar === undefined && refusal.status < 500) {
    const trusted = { ...fitting, registrar }
    const second = await register(run, strongPassword(), trusted)
    const login = { username: second.email, password: second.password }
    if (second.answer.status === 200 && (await ask(run, post('/V1/integration/customer/token', login))).status === 200)
      return {
        ...found,
        fitting: trusted,
        setup: [...setup, ...guestsClosed(refusal, 'guestsReplacedAtLogin')],
        probes: { ...probes, ...fact(known, false), ...guestsDoNotRegister },
      }
  }
  const { finding, halt } = loginRefused(refusal)
  return { ...found, setup: [...setup, finding], barriers: [...barriers, refusedLogin(refusal, halt)] }
}

function customerOf(answer: Exchange, email: string, password: string): { customer?: Customer } {
  const [id, websiteId] = ['/id', '/website_id'].map((place) => Number(answer.at(place).value)) as [number, number]
  return Number.isInteger(id) ? { customer: { id, websiteId, email, password, ...names } } : {}
}

/**
 * Checks that a second address with a clock ahead is the same shop: the first address must accept its token. Another
 * shop would refuse all tokens, expired or not.
 * @throws UsageError
 */
async function checkSecondAddress({ target }: Run, email: string, password: string): Promise<void> {
  const { ahead } = target.clock
  if (!ahead) return
  const there = await askUnrecorded(ahead.client, post('/V1/integration/customer/token', { username: email, password }))
  const token = typeof there.json === 'string' ? there.json : ''
  target.redactor.learnToken(token)
  const here = token ? await askUnrecorded(target.client, get('/V1/customers/me', { token })) : undefined
  if (here?.status === 200 && here.at('/email').value === email) return
  throw new UsageError(
    `MAGENTO_CLOCK: the second address is not an address of this shop: ${here ? `a token that it issues is answered ${here.status} here` : `an account of this one cannot log in there (${there.status})`}; let both have one database and one encryption key`,
  )
}

/** Returns the lifetime that a token states. */
function claimOf(login: Exchange): Record<string, Probe> {
  const value = lifetimeOf(login.json)
  return value === undefined ? {} : { [claimedLifetime]: { value, from: 'exp − iat of a token' } }
}

function fact(known: Readonly<Record<string, Probe>>, value: boolean): Record<string, Probe> {
  const name = 'confirmation required'
  return name in known ? {} : { [name]: { value, from: 'logging in right after registering' } }
}

/**
 * Returns true only if the shop itself says that confirmation is required. A login that fails for another reason is a
 * defect.
 */
async function asksForConfirmation({ target, ...run }: Run, email: string, registration: Exchange): Promise<boolean> {
  const id = registration.at('/id').value
  if (target.adminToken && id !== undefined) {
    const status = await ask({ target, ...run }, get(`/V1/customers/${id}/confirm`, { token: target.adminToken }))
    if (status.json === 'account_confirmation_required') return true
  }
  if (!target.mailbox) return false
  const look = { scenario: 'preflight', name: 'first mail', to: email, expected: 1 }
  const { mails } = (await waitForMails(waitingFor({ target, ...run }, target.mailbox), look)).live
  return mails.some(({ links }) => links.some((link) => carriedBy(link, 'key', '') !== undefined))
}

async function passwordPolicy(
  run: Run,
  known: Readonly<Record<string, Probe>>,
  fitting: Fitting,
): Promise<Record<string, Probe>> {
  const asked = [
    { name: 'minimum password length', password: 'Aa1!', from: 'the refusal of a short password' },
    { name: 'required character classes', password: randomLetters(40), from: 'the refusal of a password of one class' },
  ]
  const found: Record<string, Probe> = {}
  for (const { name, password, from } of asked) {
    const value = name in known ? undefined : numberIn((await register(run, password, fitting)).answer)
    if (value !== undefined) found[name] = { value, from }
  }
  return found
}

/** Returns the number that is the only parameter of a refused registration. */
function numberIn(refusal: Exchange): number | undefined {
  const { value } = refusal.at('/parameters/0')
  const number = Number(value)
  return refusal.status === 400 && value !== '' && Number.isInteger(number) && number > 0 ? number : undefined
}

async function register(run: Run, password: string, fitting: Fitting = stock): Promise<Registration> {
  const email = run.accounts.newAddress()
  run.target.redactor.learn(password)
  const body =
    run.profile === 'shape' ? documentedCustomer({ email, password }) : { customer: { email, ...names }, password }
  const request = fitted(post('/V1/customers', body), fitting)
  const answer = await registering(run, email, () => ask(run, request))
  return { email, password, answer }
}

function ask({ target }: Run, request: Ask): Promise<Exchange> {
  return askUnrecorded(target.client, request)
}
