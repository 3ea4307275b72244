import type { MailObservation } from '../recording/mail.ts'
import { Unmet, untestable } from './unmet.ts'

/** Expectations about the mails found in the mailbox. */
export class MailExpectation {
  readonly #observed: MailObservation

  constructor(observed: MailObservation) {
    this.#observed = observed
  }

  /** Expects exactly this many mails. */
  toHaveCount(count: number): this {
    const { mails, to, waitedMs, meanwhile, late = 0 } = this.#observed
    if (mails.length > count && mails.length - late <= count)
      untestable(`${late} mail(s) of an earlier step to ${to} came late`, 'raise MAGENTO_MAIL_TIMEOUT')
    const more = meanwhile ? `; ${meanwhile}` : ''
    if (mails.length !== count)
      throw new Unmet(`${count} mail(s) to ${to}`, `${mails.length} after ${waitedMs} ms${more}`, undefined, 'mail')
    return this
  }

  /** Expects the queried address as the only recipient of each mail; ignores letter case. */
  toGoNowhereElse(): this {
    const { mails, to: address } = this.#observed
    for (const { to } of mails)
      if (to.length !== 1 || to[0]?.toLowerCase() !== address.toLowerCase())
        throw new Unmet(`a mail to ${address} alone`, `a mail to ${to.join(', ') || 'nobody'}`, undefined, 'mail')
    return this
  }
}
