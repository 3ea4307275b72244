import type { Exchange } from '../recording/exchange.ts'
import type { Halt, Probe, SetupFinding } from '../recording/recording.ts'
import { type Ask, post } from '../target/client/request.ts'
import { askUnrecorded } from '../target/client/unrecorded.ts'
import { bothOf, namesOf } from '../target/customer-fields.ts'
import { UsageError } from '../target/settings.ts'
import { names, strongPassword } from './account.ts'
import { type Barrier, otherPages, refusedAddress } from './barrier.ts'
import { documentedCustomer } from './documented.ts'
import { type Fitting, fitted, stock } from './fitting.ts'
import { placeOf } from './place.ts'
import { refusedRegistration } from './refused-registration.ts'
import { registering } from './register.ts'
import { type Attributes, namedIn, readAttributes, requiredBy, streetLinesBy } from './required-fields.ts'
import type { Run } from './run.ts'
import { adaptations, addressFinding, pagesFinding, probesOf } from './setup-findings.ts'

/** A registration, as it went. */
export interface Registration {
  readonly email: string
  readonly password: string
  readonly answer: Exchange
}

/** What a registration on this shop takes. */
export interface Established {
  readonly registration: Registration
  readonly fitting: Fitting
  readonly probes: Readonly<Record<string, Probe>>
  readonly setup: readonly SetupFinding[]
  readonly barriers: readonly Barrier[]
  /** Why no account can be made. */
  readonly stop?: Halt
}

interface Attempt {
  readonly fitting: Fitting
  readonly withAddress: boolean
}

/** More would mean that the shop asks for one field after another. */
const mostAttempts = 8

/**
 * Registers an account as this shop takes it: with the fields that it requires, where it belongs, by the administrator
 * where guests may not. An address goes along, with a street of two lines, so that it is known what addresses need.
 * @throws UsageError for an e-mail domain that the shop takes no address of
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
  const { fitting } = attempt
  const { answer } = registration
  if (answer.status >= 400) {
    const { halt, finding } = refusedRegistration(answer, refusedGuest, target)
    return { registration, fitting, probes: {}, setup: [finding], barriers: [], stop: halt }
  }
  const address = refusedWith && addressFinding(refusedWith)
  const isBaseUrl = target.storefront?.baseUrl === target.baseUrl
  const pages = fitting.place && isBaseUrl ? pagesFinding(fitting.place.website_id) : undefined
  return {
    registration,
    fitting,
    probes: probesOf(fitting),
    setup: [...adaptations(fitting, refusedGuest), ...[address, pages].flatMap((limit) => limit?.finding ?? [])],
    barriers: [...(address ? [refusedAddress(address.halt)] : []), ...(pages ? [otherPages(pages.halt)] : [])],
  }
}

const isRefused = ({ status, body }: Exchange) => status >= 400 && status < 500 && body.json !== undefined

/** @throws UsageError where the shop takes no address of the domain */
export function checkDomain(answer: Exchange, domain: string): void {
  const message = String(answer.at('/message').value)
  if (answer.status === 400 && /hostname|email address/.test(message))
    throw new UsageError(
      `MAGENTO_EMAIL_DOMAIN is "${domain}": the shop takes no address there (${message}); use a domain such as example.com`,
    )
}

/** What to try next after a refusal; undefined where there is nothing left. */
function adjusted(
  { fitting, withAddress }: Attempt,
  refusal: Exchange,
  attributes: Attributes,
  adminToken: Fitting['registrar'],
): Attempt | undefined {
  if (refusal.status === 400) {
    const lines = withAddress ? linesIn(refusal, fitting.streetLines) : undefined
    if (lines) return { withAddress, fitting: { ...fitting, streetLines: lines } }
    const named = namedIn(refusal, attributes)
    if (named) {
      const fields = bothOf(fitting.fields, named)
      if (namesOf(fields).length > namesOf(fitting.fields).length)
        return { withAddress, fitting: { ...fitting, fields } }
    }
    if (withAddress) return { withAddress: false, fitting }
  }
  if (fitting.registrar === undefined && adminToken !== undefined)
    return { withAddress: true, fitting: { ...fitting, registrar: adminToken } }
  return undefined
}

/** `"Street Address" cannot contain more than 1 lines.`, in whatever language: the only number in it. */
function linesIn(refusal: Exchange, known: number | undefined): number | undefined {
  const numbers = String(refusal.at('/message').value).match(/\d+/g) ?? []
  return known !== 1 && numbers.length === 1 && numbers[0] === '1' ? 1 : undefined
}

async function register(run: Run, { fitting, withAddress }: Attempt): Promise<Registration> {
  const email = run.accounts.newAddress()
  const password = strongPassword()
  run.target.redactor.learn(password)
  const whole = documentedCustomer({ email, password })
  const addresses = whole.customer.addresses.map((address) => ({ ...address, street: ['123 Oak Ave', 'Suite 5'] }))
  const customer = withAddress ? { ...whole.customer, addresses } : { email, ...names }
  const request: Ask = fitted(post('/V1/customers', { customer, password }), fitting)
  const answer = await registering(run, email, () => askUnrecorded(run.target.client, request))
  return { email, password, answer }
}
