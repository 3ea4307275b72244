import type { Mail } from '../recording/mail.ts'

/** Where the target's mails arrive. */
export interface Mailbox {
  /** For people, without secrets. */
  readonly description: string
  /** All mails to exactly this address, oldest first. @throws MailboxError */
  mailsTo(address: string): Promise<Mail[]>
}

/** The mailbox cannot be asked. */
export class MailboxError extends Error {
  override name = 'MailboxError'
}
