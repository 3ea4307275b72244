import type { Exchange } from '../recording/exchange.ts'
import type { Halt, Probe, SetupFinding } from '../recording/recording.ts'
import { type Ask, post } from '../target/client/request.ts'
import { askUnrecorded } from '../target/client/unrecorded.ts'
import { bothOf } from '../target/customer-fields.ts'
import { definitions, UsageError } from '../target/settings.ts'
import { names, strongPassword } from './account.ts'
import { type Barrier, refusedAddress, refusedRegistrant } from './barrier.ts'
import { documentedCustomer } from './documented.ts'
import { type Fitting, fitted, stock } from './fitting.ts'
import { untestableBy } from './halt.ts'
import { placeOf } from './place.ts'
import { isInOwnWords } from './refusal-words.ts'
import { refusedRegistration } from './refused-registration.ts'
import { registering } from './register.ts'
import {
  type Attributes,
  namedIn,
  readAttributes,
  requiredBy,
  streetLinesBy,
  takenBy,
  telephoneBy,
} from './required-fields.ts'
import type { Run } from './run.ts'
import { keptNumber, secondRegistration } from './second-registration.ts'
import {
  adaptations,
  addressesRefused,
  addressFinding,
  domainsFinding,
  guestsClosed,
  newsletterProbe,
  probesOf,
} from './setup-findings.ts'

/** A registration and its response. */
export interface Registration {
  readonly email: string
  readonly password: string
  readonly answer: Exchange
}

/** How registrations work on this shop. */
export interface Established {
  readonly registration: Registration
  readonly fitting: Fitting
  readonly probes: Readonly<Record<string, Probe>>
  readonly setup: readonly SetupFinding[]
  readonly barriers: readonly Barrier[]
  /** Why no account can be created. */
  readonly stop?: Halt
}

interface Attempt {
  readonly fitting: Fitting
  readonly withAddress: boolean
}

/** Limit of retries for a shop that requires one more field each time. */
const mostAttempts = 8

/**
 * Registers an account as this shop requires: with its required fields, for the website of its store view, by the
 * administrator if guests may not. The registration has an address with two street lines, to learn what addresses
 * require.
 * @throws UsageError if the shop refuses the e-mail domain
 */
export async function establish(run: Run, known: Readonly<Record<string, Probe>>): Promise<Established> {
  const { target } = run
  const { adminToken: token } = target
  const attributes = token === undefined ? { customer: [], address: [] } : await readAttributes(target.client, token)
  const read = requiredBy(attributes)
  let attempt: Attempt = {
    fitting: {
      ...stock,
      sent: new Map(),
      fields: bothOf(target.customerFields, read),
      streetLines: streetLinesBy(attributes),
      taken: takenBy(target.customerFields, attributes),
      place: await placeOf(target),
    },
    withAddress: known['country US']?.value !== false,
  }
  let refusedGuest: Exchange | undefined
  let refusedWith: Exchange | undefined
  let registration = await register(run, attempt)
  for (let count = 1; count < mostAttempts && isRefused(registration.answer); count++) {
    checkDomain(registration.answer, target.emailDomain)
    const next = adjusted(attempt, registration.answer, attributes, token)
    if (!next) break
    if (next.fitting.registrar !== attempt.fitting.registrar) refusedGuest = registration.answer
    if (attempt.withAddress && !next.withAddress) refusedWith = registration.answer
    attempt = next
    registration = await register(run, attempt)
  }
  const address = refusedWith && addressFinding(refusedWith)
  const found: Fitting = address ? { ...attempt.fitting, withoutAddresses: true } : attempt.fitting
  const { answer } = registration
  if (answer.status >= 400) {
    const { halt, finding } = refusedRegistration(answer, refusedGuest, target)
    return { registration, fitting: found, probes: {}, setup: [finding], barriers: [], stop: halt }
  }
  const others = await otherDomainsRefused(run, attempt)
  const kept = keptNumber(found, answer)
  const { fitting, ...second } = await secondRegistration(
    kept?.fitting ?? found,
    async (other, more) => (await register(run, { ...attempt, fitting: other }, { more })).answer,
  )
  return {
    registration,
    fitting,
    probes: {
      ...probesOf(fitting),
      ...(address ? addressesRefused : {}),
      ...telephoneBy(attributes),
      ...newsletterProbe(answer),
    },
    setup: [
      ...adaptations(found, refusedGuest),
      ...(kept?.setup ?? []),
      ...second.setup,
      ...[others, address].flatMap((limit) => limit?.finding ?? []),
    ],
    barriers: [
      ...(refusedGuest ? guestBarriers(refusedGuest) : []),
      ...second.barriers,
      ...(others ? [refusedAddress(others.refusal, others.halt)] : []),
    ],
  }
}

/**
 * Returns barriers for guests. A refusal in Magento's own words is none: requirements about unauthorized registration
 * expect it.
 */
function guestBarriers(refusal: Exchange): Barrier[] {
  if (!isInOwnWords(refusal)) return []
  return guestsClosed(refusal).map(({ sentence, next = '' }) =>
    refusedRegistrant(refusal, untestableBy('registration', sentence, next)),
  )
}

/** A domain that receives no mail. Magento itself refuses it for the form of the address. */
const unreachable = 'contract.invalid'

/** Tests whether the shop refuses addresses of domains other than MAGENTO_EMAIL_DOMAIN by its own rule. */
async function otherDomainsRefused(run: Run, attempt: Attempt) {
  if (run.target.emailDomain === definitions.MAGENTO_EMAIL_DOMAIN.default) return undefined
  const { answer } = await register(run, attempt, { domain: unreachable })
  // Magento's own refusal quotes the field or has several lines.
  const isForm = /^["“„«]|\n|hostname/i.test(String(answer.at('/message').value))
  return answer.status >= 400 && isInOwnWords(answer) && !isForm
    ? { refusal: answer, ...domainsFinding(answer) }
    : undefined
}

const isRefused = ({ status, body }: Exchange) => status >= 400 && status < 500 && body.json !== undefined

/** Checks that the shop accepts addresses of the domain. @throws UsageError if it does not */
export function checkDomain(answer: Exchange, domain: string): void {
  const message = String(answer.at('/message').value)
  if (answer.status === 400 && /hostname|is not a valid email address/.test(message))
    throw new UsageError(
      `MAGENTO_EMAIL_DOMAIN is "${domain}": the shop takes no address there (${message}); use a domain such as example.com`,
    )
}

/** Returns the next attempt after a refusal; undefined if there is none. */
function adjusted(
  { fitting, withAddress }: Attempt,
  refusal: Exchange,
  attributes: Attributes,
  adminToken: Fitting['registrar'],
): Attempt | undefined {
  if (refusal.status === 400) {
    const lines = withAddress ? linesIn(refusal, fitting.streetLines) : undefined
    if (lines) return { withAddress, fitting: { ...fitting, streetLines: lines } }
    const named = namedIn(refusal, attributes, fitting.fields)
    if (named) return { withAddress, fitting: { ...fitting, fields: bothOf(fitting.fields, named) } }
    if (withAddress) return { withAddress: false, fitting }
  }
  if (fitting.registrar === undefined && adminToken !== undefined)
    return { withAddress: true, fitting: { ...fitting, registrar: adminToken } }
  return undefined
}

/**
 * Returns 1 for the message `"Street Address" cannot contain more than 1 lines.` in any language: its only number is 1.
 */
function linesIn(refusal: Exchange, known: number | undefined): number | undefined {
  const numbers = String(refusal.at('/message').value).match(/\d+/g) ?? []
  return known !== 1 && numbers.length === 1 && numbers[0] === '1' ? 1 : undefined
}

async function register(
  run: Run,
  { fitting, withAddress }: Attempt,
  { domain, more }: { domain?: string; more?: Record<string, string> | undefined } = {},
): Promise<Registration> {
  const own = run.accounts.newAddress()
  const email = domain === undefined ? own : own.replace(/@.*$/, `@${domain}`)
  const password = strongPassword()
  run.target.redactor.learn(password)
  const whole = documentedCustomer({ email, password })
  const addresses = whole.customer.addresses.map((address) => ({ ...address, street: ['123 Oak Ave', 'Suite 5'] }))
  const customer = withAddress ? { ...whole.customer, addresses } : { email, ...names }
  const request: Ask = fitted(post('/V1/customers', { customer: { ...customer, ...more }, password }), fitting)
  const answer = await registering(run, email, () => askUnrecorded(run.target.client, request))
  return { email, password, answer }
}
