/** The parts of a mail that the contract uses. */
export interface Mail {
  readonly to: readonly string[]
  readonly subject: string
  /** ISO time of arrival as the catcher states it. */
  readonly receivedAt: string
  /** Every link of its text, entities decoded, in order. */
  readonly links: readonly string[]
  /** A password that the run chose stands in what a person reads. */
  readonly showsPassword?: true
  /** What a person reads, in one line. Recorded in part, and only where no link leads on. */
  readonly text?: string
}

/** The mails to one address that a scenario found in the mailbox. */
export interface MailObservation {
  readonly scenario: string
  readonly name: string
  readonly to: string
  /** How many mails were waited for. */
  readonly expected: number
  readonly waitedMs: number
  /** How many that an earlier look had waited for in vain have come since. */
  readonly late?: number
  /** Oldest first. */
  readonly mails: readonly Mail[]
  /** What else had arrived when too few came, for people: `2 other mails: …`. */
  readonly meanwhile?: string
}
