import { setTimeout as sleep } from 'node:timers/promises'
import type { Mailbox } from '../mailbox/mailbox.ts'
import type { Mail, MailObservation } from '../recording/mail.ts'
import type { Redactor } from '../recording/redact.ts'

const firstPause = 20
const longestPause = 1000

/**
 * Looks into the mailbox until enough mails to the address are there or the time is over, with growing pauses.
 * @param timeout milliseconds
 * @returns the observation with real links, and the one to keep, with stand-ins
 */
export async function waitForMails(
  mailbox: Mailbox,
  look: Omit<MailObservation, 'mails' | 'waitedMs'>,
  timeout: number,
  redactor: Redactor,
): Promise<{ live: MailObservation; kept: MailObservation }> {
  const start = performance.now()
  const waited = () => Math.round(performance.now() - start)
  let mails = await mailbox.mailsTo(look.to)
  for (
    let pause = firstPause;
    mails.length < look.expected && waited() < timeout;
    pause = Math.min(pause * 2, longestPause)
  ) {
    await sleep(pause)
    mails = await mailbox.mailsTo(look.to)
  }
  const live: MailObservation = { ...look, waitedMs: waited(), mails }
  return { live, kept: { ...live, mails: mails.map((mail) => redactedMail(mail, redactor)) } }
}

function redactedMail(mail: Mail, redactor: Redactor): Mail {
  for (const link of mail.links) learn(link, redactor)
  return { ...mail, subject: redactor.apply(mail.subject), links: mail.links.map((link) => redactor.apply(link)) }
}

/** Whatever a link carries as its token or key is the secret, of whatever form a mock makes it. */
function learn(link: string, redactor: Redactor): void {
  redactor.learnFrom(link)
  if (!URL.canParse(link)) return
  for (const [name, value] of new URL(link).searchParams) if (/token|key/i.test(name)) redactor.learn(value)
}
