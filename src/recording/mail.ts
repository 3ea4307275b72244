/** The parts of a mail that the contract uses. */
export interface Mail {
  readonly to: readonly string[]
  readonly subject: string
  /** ISO time of arrival, by the catcher's clock. */
  readonly receivedAt: string
  /** All links, with entities decoded, in order. */
  readonly links: readonly string[]
  /** True if the visible text contains a password of the run. */
  readonly showsPassword?: true
  /** A template directive that was not replaced, in subject or text. */
  readonly directive?: string
  /** A word in subject or text that was decoded wrongly or escaped twice. */
  readonly garbled?: string
  /** The visible text, in one line. Recorded in part, and only if no link has a token or key. */
  readonly text?: string
}

/** The mails to one address that a scenario found in the mailbox. */
export interface MailObservation {
  readonly scenario: string
  readonly name: string
  readonly to: string
  /** Number of mails waited for. */
  readonly expected: number
  readonly waitedMs: number
  /** Number of mails that arrived after an earlier query had given up waiting for them. */
  readonly late?: number
  /** Oldest first. */
  readonly mails: readonly Mail[]
  /** Other mails that had arrived when too few came, for output: `2 other mails: …`. */
  readonly meanwhile?: string
}
