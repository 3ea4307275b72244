import { type Clock, createClock } from './clock.ts'

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
  /** The time in which mails travel: apart from the shop's, so that waiting for a mail lets nobody's token age. */
  clock: Clock
  /** Seconds that a mail is under way. */
  delay: number
  /** The mails that have arrived, oldest first. */
  arrived(): Mail[]
  /** Those of them at an address; letter case does not count. */
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
  /** Counted from when it was first looked for, which is never before it was sent. */
  const hasArrived = (mail: Mail): boolean => {
    if (outbox.delay === 0) return true
    const since = handedOver.get(mail) ?? outbox.clock.now()
    handedOver.set(mail, since)
    return outbox.clock.now() - since >= outbox.delay * 1000
  }
  return outbox
}
