import { type Clock, createClock } from './clock.ts'

/** A sent mail. */
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
  /**
   * The clock for the delivery of mails, separate from the shop's, so that tokens do not age while a mail is awaited.
   */
  clock: Clock
  /** Seconds until a mail arrives. */
  delay: number
  /** The mails that have arrived, oldest first. */
  arrived(): Mail[]
  /** Those to an address; ignores letter case. */
  to(address: string): Mail[]
}

export function createOutbox(): Outbox {
  const handedOver = new WeakMap<Mail, number>()
  const outbox: Outbox = {
    mails: [],
    clock: createClock(),
    delay: 0,
    arrived: () => outbox.mails.filter(hasArrived),
    to: (address) => outbox.arrived().filter((mail) => mail.to.toLowerCase() === address.toLowerCase()),
  }
  /** The delay starts when the mail is first looked for, which is never before it was sent. */
  const hasArrived = (mail: Mail): boolean => {
    if (outbox.delay === 0) return true
    const since = handedOver.get(mail) ?? outbox.clock.now()
    handedOver.set(mail, since)
    return outbox.clock.now() - since >= outbox.delay * 1000
  }
  return outbox
}
