import type { Arrival } from './mailbox.ts'

/** A mail as its place in a store names it, before it is read. */
export interface Stored {
  readonly id: string
  /** ISO time of arrival, by the store's clock. */
  readonly receivedAt: string
  /** To whom it was handed over, where the store tells: a blind copy stands in no header. */
  readonly envelope?: readonly string[]
}

/** What each kind of mailbox can do for itself. All else is the same for all of them. */
export interface MessageStore {
  /** For people, without secrets. */
  readonly description: string
  /**
   * Mails that may be to this address, oldest first, as the store's own search finds them: it may find too many,
   * never too few. @throws MailboxError
   */
  search(address: string): Promise<Stored[]>
  /** The mail as it came over SMTP; none when it is gone. @throws MailboxError */
  source(id: string): Promise<Buffer | undefined>
  /** What has arrived since the store was opened. @throws MailboxError */
  arrivals(): Promise<Arrival[]>
  /** @throws MailboxError */
  delete(id: string): Promise<void>
  close(): Promise<void>
}
