import type { Arrival } from './mailbox.ts'

/** An entry of a mail store, before the mail is read. */
export interface Stored {
  readonly id: string
  /** ISO time of arrival, by the store's clock. */
  readonly receivedAt: string
  /** Envelope recipients, if the store reports them: no header names a blind copy. */
  readonly envelope?: readonly string[]
}

/** The operations that differ between kinds of mailbox. */
export interface MessageStore {
  /** For output, without secrets. */
  readonly description: string
  /**
   * Returns the mails that may be to this address, oldest first, from the store's own search. It may return too many,
   * never too few.
   * @throws MailboxError
   */
  search(address: string): Promise<Stored[]>
  /** Returns the mail as received over SMTP; undefined if it no longer exists. @throws MailboxError */
  source(id: string): Promise<Buffer | undefined>
  /** Returns the mails since the store was opened. @throws MailboxError */
  arrivals(): Promise<Arrival[]>
  /** @throws MailboxError */
  delete(id: string): Promise<void>
  close(): Promise<void>
}
