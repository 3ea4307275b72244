import type { Located } from '../recording/exchange.ts'
import { Exchange } from '../recording/exchange.ts'
import type { MailObservation } from '../recording/mail.ts'
import { ExchangeExpectation } from './expect-answer.ts'
import { MailExpectation } from './expect-mail.ts'
import { isLocated, ValueExpectation } from './expect-value.ts'

/**
 * Starts an expectation.
 * @param subject a response, a value in a response, or the mails found
 */
export function expect(subject: Exchange): ExchangeExpectation
export function expect(subject: Located): ValueExpectation
export function expect(subject: MailObservation): MailExpectation
export function expect(subject: Exchange | Located | MailObservation) {
  if (subject instanceof Exchange) return new ExchangeExpectation(subject)
  return isLocated(subject) ? new ValueExpectation(subject) : new MailExpectation(subject)
}
