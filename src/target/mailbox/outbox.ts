import type { Outbox, Mail as SentMail } from '../../../reference/index.ts'
import type { Mail } from '../../recording/mail.ts'
import { contentOf } from './content.ts'
import type { Mailbox } from './mailbox.ts'

/** Adapts the reference's outbox to a mailbox. */
export function outboxMailbox(outbox: Outbox): Mailbox {
  const known = new WeakMap<SentMail, Mail>()
  return {
    description: 'the embedded reference’s outbox',
    mailsTo: async (address) =>
      outbox.to(address).map((sent) => {
        const mail = known.get(sent) ?? read(sent)
        known.set(sent, mail)
        return mail
      }),
    arrivals: async () => outbox.arrived().map(({ to, subject }) => ({ to: [to], subject })),
    deleteMailsTo: async () => 0,
    close: async () => {},
  }
}

function read({ to, subject, sentAt, html }: SentMail): Mail {
  return {
    to: [to],
    subject,
    receivedAt: new Date(sentAt).toISOString(),
    ...contentOf(html, undefined),
  }
}
