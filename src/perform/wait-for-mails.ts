import { setTimeout as sleep } from 'node:timers/promises'
import type { MailObservation } from '../recording/mail.ts'
import type { Redactor } from '../recording/redact.ts'
import type { Mailbox } from '../target/mailbox/mailbox.ts'
import { inTheMeantime } from './meanwhile.ts'
import { redactedMail } from './redact-mail.ts'

const firstPause = 20
const longestPause = 1000

/** Clock and pauses for waiting. */
export interface Patience {
  /** Milliseconds since an arbitrary time. */
  now(): number
  pause(milliseconds: number): Promise<void>
}

/** The real clock. */
export const patience: Patience = { now: () => performance.now(), pause: (milliseconds) => sleep(milliseconds) }

/** The mailbox, and the maximum wait for mails. */
export interface Waiting {
  readonly mailbox: Mailbox
  /** Milliseconds. */
  readonly timeout: number
  readonly patience: Patience
  readonly redactor: Redactor
  /** The shop's own pattern of a link; empty for a stock shop. */
  readonly pattern: string
  /** Mails that did not arrive in time, by address, so that no mail is waited for twice. */
  readonly missing: Map<string, Missing>
  /** Passwords of the run, which no mail may contain. */
  readonly chosen?: ReadonlySet<string>
}

/** Mails that did not arrive in time. */
export interface Missing {
  readonly count: number
  /** How many had arrived. */
  readonly found: number
  readonly waitedMs: number
}

/**
 * Polls the mailbox with growing pauses until enough mails have arrived or the timeout.
 * @returns the observation with real links, and one for the recording with placeholders
 * @throws MailboxError
 */
export async function waitForMails(
  { mailbox, timeout, patience, redactor, pattern, missing, chosen }: Waiting,
  look: Omit<MailObservation, 'mails' | 'waitedMs' | 'meanwhile' | 'late'>,
): Promise<{ live: MailObservation; kept: MailObservation }> {
  const start = patience.now()
  const waited = () => Math.round(patience.now() - start)
  const before = missing.get(look.to)
  const enough = look.expected - (before?.count ?? 0)
  let mails = await mailbox.mailsTo(look.to)
  for (let pause = firstPause; mails.length < enough && waited() < timeout; pause = Math.min(pause * 2, longestPause)) {
    await patience.pause(Math.min(pause, timeout - waited()))
    mails = await mailbox.mailsTo(look.to)
  }
  const count = Math.max(0, look.expected - mails.length)
  const waitedMs = waited() + (count && before ? before.waitedMs : 0)
  missing.set(look.to, { count, found: mails.length, waitedMs: count ? waitedMs : 0 })
  const late = before ? Math.min(before.count, Math.max(0, mails.length - before.found)) : 0
  const meanwhile =
    mails.length < look.expected ? { meanwhile: redactor.apply(inTheMeantime(await mailbox.arrivals(), look.to)) } : {}
  const live: MailObservation = { ...look, waitedMs, ...(late ? { late } : {}), mails, ...meanwhile }
  return { live, kept: { ...live, mails: mails.map((mail) => redactedMail(mail, redactor, pattern, chosen)) } }
}
