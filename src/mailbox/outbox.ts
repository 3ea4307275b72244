import type { Outbox } from '../../reference/index.ts'
import { linksOf } from './links.ts'
import type { Mailbox } from './mailbox.ts'

/** The reference's outbox as a mailbox. */
export function outboxMailbox(outbox: Outbox): Mailbox {
  return {
    description: 'the embedded reference’s outbox',
    mailsTo: async (address) =>
      outbox.to(address).map((mail) => ({
        to: [mail.to],
        subject: mail.subject,
        receivedAt: new Date(mail.sentAt).toISOString(),
        links: linksOf(mail.html, undefined),
      })),
  }
}
