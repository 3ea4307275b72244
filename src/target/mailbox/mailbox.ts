import type { Mail } from '../../recording/mail.ts'

/** A mail as far as it tells what arrived, for the report of one that did not. */
export interface Arrival {
  readonly to: readonly string[]
  readonly subject: string
}

/** Where the target's mails arrive. */
export interface Mailbox {
  /** For people, without secrets. */
  readonly description: string
  /** The mails to exactly this address, oldest first; letter case does not count. @throws MailboxError */
  mailsTo(address: string): Promise<Mail[]>
  /** What has arrived since the mailbox was opened, to whomever. @throws MailboxError */
  arrivals(): Promise<readonly Arrival[]>
  /**
   * Deletes the mails that go to these addresses and to no other.
   * @returns how many
   * @throws MailboxError
   */
  deleteMailsTo(addresses: readonly string[]): Promise<number>
  close(): Promise<void>
}

/** The mailbox cannot be asked. */
export class MailboxError extends Error {
  override name = 'MailboxError'
}
