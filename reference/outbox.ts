/** A mail as the shop sends it. */
export interface Mail {
  from: string
  to: string
  subject: string
  html: string
  /** Milliseconds since 1970, by the shop's clock. */
  sentAt: number
}

export interface Outbox {
  mails: Mail[]
  /** The mails to an address, oldest first; letter case does not count. */
  to(address: string): Mail[]
}

export function createOutbox(): Outbox {
  const mails: Mail[] = []
  return {
    mails,
    to: (address) => mails.filter((mail) => mail.to.toLowerCase() === address.toLowerCase()),
  }
}
