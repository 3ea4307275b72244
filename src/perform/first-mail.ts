import type { MailObservation } from '../recording/mail.ts'
import type { Probe, SetupFinding } from '../recording/recording.ts'
import { setUpSentence } from '../recording/set-up-sentences.ts'
import { put } from '../target/client/request.ts'
import { askUnrecorded } from '../target/client/unrecorded.ts'
import type { Mailbox } from '../target/mailbox/mailbox.ts'
import type { Barrier } from './barrier.ts'
import { type Fitting, fitted } from './fitting.ts'
import { untestableBy } from './halt.ts'
import { linksOf } from './mail-links.ts'
import { moreMails } from './own-mails.ts'
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
 * comes, the shop does send mails, and the missing welcome mail is judged as its defect.
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
  if (first.mails.length > 0) return tellingOf(run, await look(2, patience.now() - start + forAnother), customerId)
  const request = fitted(put('/V1/customers/password', { email, template: 'email_reset' }), fitting)
  const { json } = await askUnrecorded(target.client, request)
  const late = await look(1, longest * timeout)
  const seconds = Math.round((patience.now() - start) / 1000)
  if (late.mails.length === 0) return noneCame(seconds)
  // A single mail may be either of the two. If both came, the first was late.
  if (json === true && (await look(2, (longest + 1) * timeout)).mails.length < 2) return {}
  return cameLate(seconds, timeout / 1000)
}

/** Returns findings from the content of the mails. */
async function tellingOf(run: Run, mails: MailObservation, customerId: unknown): Promise<FirstMail> {
  const links = await linksOf(run, mails, customerId)
  const more = moreMails(
    mails,
    String(links?.probes['reset link']?.value ?? run.target.probes['reset link']?.value ?? ''),
  )
  return {
    setup: [...(more?.setup ?? []), ...(links?.setup ?? [])],
    probes: { ...more?.probes, ...links?.probes },
  }
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
