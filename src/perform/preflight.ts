import { NoAnswer } from '../client/client.ts'
import { get, post } from '../client/request.ts'
import { MailboxError } from '../mailbox/mailbox.ts'
import { Exchange } from '../recording/exchange.ts'
import type { Probe } from '../recording/recording.ts'
import { randomLetters, strongPassword } from './account.ts'
import type { Run } from './play.ts'

/**
 * Finds out from a shop's own answers what its GraphQL does not tell (before 2.4.7, or switched off): whether new
 * accounts have to be confirmed, and the password policy. Such settings decide what conforms.
 * @returns the facts found; what stays unknown is judged as on a stock shop
 */
export async function preflight(run: Run, known: Readonly<Record<string, Probe>>): Promise<Record<string, Probe>> {
  try {
    return await findOut(run, known)
  } catch (error) {
    // A target that gives no answer shows in the scenarios, which say so each for itself.
    if (error instanceof NoAnswer || error instanceof MailboxError) return {}
    throw error
  }
}

async function findOut(run: Run, known: Readonly<Record<string, Probe>>): Promise<Record<string, Probe>> {
  const found: Record<string, Probe> = {}
  const add = (name: string, value: Probe['value'] | undefined, from: string) => {
    if (value !== undefined) found[name] = { value, from }
  }
  const [length, classes, confirmation] = await Promise.all([
    'minimum password length' in known ? undefined : policyNumber(run, `Aa1!`),
    'required character classes' in known ? undefined : policyNumber(run, randomLetters(40)),
    'confirmation required' in known ? undefined : confirmationRequired(run),
  ])
  add('minimum password length', length, 'the refusal of a short password')
  add('required character classes', classes, 'the refusal of a password of one class')
  add('confirmation required', confirmation, 'logging in right after registering')
  return found
}

/** The number that a refused registration gives as its only parameter. */
async function policyNumber(run: Run, password: string): Promise<number | undefined> {
  const { answer } = await register(run, password)
  const { value } = answer.at('/parameters/0')
  const number = Number(value)
  return answer.status === 400 && value !== '' && Number.isInteger(number) && number > 0 ? number : undefined
}

/** Only a sign of the shop's own counts: a login that fails for another reason is a defect, not a setting. */
async function confirmationRequired(run: Run): Promise<boolean | undefined> {
  const { target } = run
  const { email, password, answer } = await register(run, strongPassword())
  const login = await ask(run, post('/V1/integration/customer/token', { username: email, password }))
  if (login.status === 200) return false
  const id = answer.at('/id').value
  if (target.adminToken && id !== undefined) {
    const status = await ask(run, get(`/V1/customers/${id}/confirm`, { token: target.adminToken }))
    if (status.json === 'account_confirmation_required') return true
  }
  const mails = (await target.mailbox?.mailsTo(email)) ?? []
  return mails.some(({ links }) => links.some((link) => link.includes('/customer/account/confirm/'))) || undefined
}

async function register(run: Run, password: string) {
  const email = run.newAddress()
  run.target.redactor.learn(password)
  run.ledger.write({ event: 'creating', target: run.target.baseUrl, email })
  const answer = await ask(
    run,
    post('/V1/customers', { customer: { email, firstname: 'Jane', lastname: 'Doe' }, password }),
  )
  const id = answer.at('/id').value
  if (answer.status === 200) run.created(email, typeof id === 'number' ? id : undefined)
  return { email, password, answer }
}

async function ask({ target }: Run, request: Parameters<Run['target']['client']['ask']>[0]): Promise<Exchange> {
  return new Exchange({ scenario: 'preflight', name: request.path, ...(await target.client.ask(request)) })
}
