import type { MailObservation } from '../recording/mail.ts'
import type { Probe, SetupFinding } from '../recording/recording.ts'
import { setUpSentence } from '../recording/set-up-sentences.ts'
import { put } from '../target/client/request.ts'
import { askUnrecorded } from '../target/client/unrecorded.ts'
import { leadsOn } from '../target/mailbox/carried.ts'
import type { Mailbox } from '../target/mailbox/mailbox.ts'
import type { Barrier } from './barrier.ts'
import { type Fitting, fitted } from './fitting.ts'
import { untestableBy } from './halt.ts'
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

/**
 * Waits for the mail of the first registration. If it does not come in time, requests a reset mail: if only that one
 * comes, the shop does send mails, and the missing welcome mail is judged as its defect.
 * @param email address of a newly registered account
 * @throws MailboxError
 */
export async function firstMail(run: Run, mailbox: Mailbox, email: string, fitting: Fitting): Promise<FirstMail> {
  const { mailTimeout: timeout, patience, target } = run
  if (timeout === 0) return {}
  const start = patience.now()
  const look = async (expected: number, until: number) => {
    const left = Math.max(0, start + until - patience.now())
    const waiting = { ...waitingFor(run, mailbox), timeout: left, missing: new Map() }
    return (await waitForMails(waiting, { scenario: 'preflight', name: 'first mail', to: email, expected })).live
  }
  const first = await look(1, timeout)
  if (first.mails.length > 0) return linkless(run, first)
  const request = fitted(put('/V1/customers/password', { email, template: 'email_reset' }), fitting)
  const { json } = await askUnrecorded(target.client, request)
  const late = await look(1, longest * timeout)
  const seconds = Math.round((patience.now() - start) / 1000)
  if (late.mails.length === 0) return noneCame(seconds)
  // A single mail may be either of the two. If both came, the first was late.
  if (json === true && (await look(2, (longest + 1) * timeout)).mails.length < 2) return {}
  return cameLate(seconds, timeout / 1000)
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

/** A customized welcome mail may have no link with a token, or one through click tracking. */
function linkless({ target }: Run, { mails }: MailObservation): FirstMail {
  const pattern = String(target.probes['reset link']?.value ?? '')
  const links = mails.flatMap((mail) => mail.links)
  if (links.some((link) => leadsOn(link, pattern))) return {}
  const shops = [target.baseUrl, target.storefront?.baseUrl].flatMap((url) => (url ? hostOf(url) : []))
  const host = links.map(hostOf).find((one) => !shops.includes(one))
  const from = 'the mail of the first registration'
  const told = host === undefined ? withoutLink : { ...counted, sentence: setUpSentence('mailLinksCounted', { host }) }
  return {
    setup: [{ cause: 'mail', effect: 'limits', ...told }],
    probes: {
      'welcome link': { value: false, from },
      ...(host === undefined ? {} : { 'counted links': { value: host, from } }),
    },
  }
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url)

const withoutLink = {
  sentence: setUpSentence('mailWithoutLink'),
  next: 'Give the staging shop the welcome mail of Magento, or set MAGENTO_RESET_LINK to the form of the shop’s own links.',
}
const counted = {
  next: 'Set MAGENTO_MAIL_FOLLOW=on, with which a run asks where they lead, or switch the counting of clicks off; where it is the shop’s own page, set MAGENTO_RESET_LINK.',
}
