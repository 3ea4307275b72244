import type { Mail } from '../../recording/mail.ts'

/** Recipients and subject of a mail, for the report of a mail that did not arrive. */
export interface Arrival {
  readonly to: readonly string[]
  readonly subject: string
}

/** Receives the mails of the target. */
export interface Mailbox {
  /** For output, without secrets. */
  readonly description: string
  /** Returns the mails to exactly this address, oldest first; ignores letter case. @throws MailboxError */
  mailsTo(address: string): Promise<Mail[]>
  /** Returns all mails since the mailbox was opened, to any address. @throws MailboxError */
  arrivals(): Promise<readonly Arrival[]>
  /**
   * Deletes the mails that have no recipient besides these addresses.
   * @returns the number of deleted mails
   * @throws MailboxError
   */
  deleteMailsTo(addresses: readonly string[]): Promise<number>
  close(): Promise<void>
}

/** Thrown if the mailbox cannot be accessed. */
export class MailboxError extends Error {
  override name = 'MailboxError'
}
