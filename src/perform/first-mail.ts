import type { Mail, MailObservation } from '../recording/mail.ts'
import type { Probe, SetupFinding } from '../recording/recording.ts'
import { setUpSentence } from '../recording/set-up-sentences.ts'
import { post, put } from '../target/client/request.ts'
import { askUnrecorded } from '../target/client/unrecorded.ts'
import { carriedBy } from '../target/mailbox/carried.ts'
import type { Mailbox } from '../target/mailbox/mailbox.ts'
import { names } from './account.ts'
import type { Barrier } from './barrier.ts'
import { type Fitting, fitted } from './fitting.ts'
import { untestableBy } from './halt.ts'
import { knowsToken, linkless, linksOf, withoutPasswordLink } from './mail-links.ts'
import { moreMails } from './own-mails.ts'
import { registering } from './register.ts'
import type { Run } from './run.ts'
import { waitForMails } from './wait-for-mails.ts'
import { waitingFor } from './waiting-for.ts'

/** The result of waiting for the first mail of a run. */
interface FirstMail {
  readonly setup?: readonly SetupFinding[]
  readonly barriers?: readonly Barrier[]
  readonly probes?: Readonly<Record<string, Probe>>
}

/** Maximum wait for a late mail, as a multiple of MAGENTO_MAIL_TIMEOUT, to measure its delay. */
const longest = 3
/** Milliseconds to wait for a second mail after the first. */
const forAnother = 1000

/**
 * Waits for the mail of the first registration. If it does not come in time, requests a reset mail: if only that one
 * comes, the shop does send mails, and only the welcome mail is missing.
 * @param registered address and id of a newly registered account
 * @throws MailboxError
 */
export async function firstMail(
  run: Run,
  mailbox: Mailbox,
  { email, id: customerId }: { readonly email: string; readonly id: unknown },
  fitting: Fitting,
): Promise<FirstMail> {
  const { mailTimeout: timeout, patience, target } = run
  if (timeout === 0) return {}
  const start = patience.now()
  const look = async (expected: number, until: number) => {
    const left = Math.max(0, start + until - patience.now())
    const waiting = { ...waitingFor(run, mailbox), timeout: left, missing: new Map() }
    return (await waitForMails(waiting, { scenario: 'preflight', name: 'first mail', to: email, expected })).live
  }
  const first = await look(1, timeout)
  if (first.mails.length > 0)
    return tellingOf(run, mailbox, await look(2, patience.now() - start + forAnother), customerId, fitting)
  const request = fitted(put('/V1/customers/password', { email, template: 'email_reset' }), fitting)
  const { json } = await askUnrecorded(target.client, request)
  const late = await look(1, longest * timeout)
  const seconds = Math.round((patience.now() - start) / 1000)
  if (late.mails.length === 0) return noneCame(seconds)
  // A single mail may be either of the two. If both came, the first was late.
  const last = json === true ? await look(2, (longest + 1) * timeout) : undefined
  if (last === undefined || last.mails.length > 1) return cameLate(seconds, timeout / 1000)
  return (await isResetMail(run, last, customerId)) ? withoutWelcome(run, mailbox, fitting) : {}
}

/** A reset request replaces the token of the welcome mail: only that of its own mail is valid. */
async function isResetMail(run: Run, { mails }: MailObservation, customerId: unknown): Promise<boolean> {
  const [token] = mails.flatMap((mail) => tokensIn(mail, patternOf(run)))
  return token !== undefined && knowsToken(run, customerId, token)
}

/** Returns the form of the links that the run was given; empty for that of a stock shop. */
const patternOf = ({ target }: Run) => String(target.probes['reset link']?.value ?? '')

const tokensIn = ({ links }: Mail, pattern: string): string[] =>
  links.flatMap((link) => carriedBy(link, 'token', pattern) ?? [])

/** For a shop that sends no welcome mail, perhaps because another system sends it. */
async function withoutWelcome(run: Run, mailbox: Mailbox, fitting: Fitting): Promise<FirstMail> {
  const hasLink = await passwordMailHasToken(run, mailbox, fitting, patternOf(run))
  const from = 'the mails after the first registration and a reset request'
  return {
    setup: [
      {
        cause: 'mail',
        effect: 'limits',
        sentence: setUpSentence('mailWelcomeMissing'),
        next: 'If another system sends the welcome mails, or none are wanted, record MAIL-14 as an expected failure: it warns, and other requirements about them are untestable. If not, it is a defect of the shop.',
      },
    ],
    probes: {
      'welcome mail': { value: false, from },
      'welcome link': { value: false, from },
      ...(hasLink ? {} : { 'password link': { value: false, from } }),
    },
  }
}

/** Returns findings from the content of the mails. */
async function tellingOf(
  run: Run,
  mailbox: Mailbox,
  mails: MailObservation,
  customerId: unknown,
  fitting: Fitting,
): Promise<FirstMail> {
  const links = await linksOf(run, mails, customerId)
  const pattern = String(links?.probes['reset link']?.value ?? patternOf(run))
  const more = moreMails(mails, pattern)
  const hasToken = mails.mails.some((mail) => tokensIn(mail, pattern).length > 0)
  const found = [more, ...(hasToken ? [links] : await withPasswordMail(links))]
  return {
    setup: found.flatMap((one) => one?.setup ?? []),
    probes: Object.assign({}, ...found.map((one) => one?.probes)),
  }

  async function withPasswordMail(first: FirstMail | undefined) {
    const isCounted = first?.probes?.['counted links'] !== undefined
    const hasLink = await passwordMailHasToken(run, mailbox, fitting, pattern)
    // Links of another host do not count clicks if another mail shows its token.
    if (hasLink) return [isCounted ? linkless(undefined) : first]
    return hasLink === false && !isCounted ? [first, withoutPasswordLink] : [first]
  }
}

/**
 * Registers an account without a password, whose mail must lead to a page to set one. Only if the mail to an account
 * with a password has no token.
 * @returns undefined if no mail came
 */
async function passwordMailHasToken(
  run: Run,
  mailbox: Mailbox,
  fitting: Fitting,
  pattern: string,
): Promise<boolean | undefined> {
  const email = run.accounts.newAddress()
  const request = fitted(post('/V1/customers', { customer: { email, ...names } }), fitting)
  const { status } = await registering(run, email, () => askUnrecorded(run.target.client, request))
  if (status !== 200) return undefined
  const waiting = { ...waitingFor(run, mailbox), missing: new Map() }
  const look = { scenario: 'preflight', name: 'password mail', to: email, expected: 1 }
  const { mails } = (await waitForMails(waiting, look)).live
  return mails.length === 0 ? undefined : mails.some((mail) => tokensIn(mail, pattern).length > 0)
}

const cameLate = (seconds: number, timeout: number) =>
  withoutMails(
    setUpSentence('mailLate', { seconds, timeout }),
    `Raise MAGENTO_MAIL_TIMEOUT to ${Math.ceil(seconds / 5) * 10}, or let the staging shop send its mails at once.`,
  )

const noneCame = (seconds: number) =>
  withoutMails(
    setUpSentence('mailMissing', { seconds }),
    'Let the staging shop send its mails to this mailbox: sending may be off (system/smtp/disable), or a queue may have no cron; if they come later than that, raise MAGENTO_MAIL_TIMEOUT.',
  )

function withoutMails(sentence: string, next: string): FirstMail {
  return {
    setup: [{ cause: 'mail', effect: 'limits', sentence, next }],
    barriers: [
      {
        halt: untestableBy('mailbox', sentence, next),
        mails: true,
      },
    ],
  }
}
