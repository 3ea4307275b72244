import { expect } from '../../src/judge/expect.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { noSuchEntity, noSuchPair } from './messages.ts'

/** @throws Unmet unless refused with 404, naming the sent e-mail and a website */
export function expectNoSuchEmail(answer: Exchange, website: RegExp = /^\d+$/): void {
  expect(answer).toBeRefusedWith(404, { message: noSuchPair })
  expect(answer.at('/parameters/fieldName')).toEqual('email')
  expect(answer.at('/parameters/fieldValue')).toEqual(answer.sent('/email'))
  expect(answer.at('/parameters/field2Name')).toEqual('websiteId')
  // A number if the client sent one, a text if Magento determined it.
  expect(answer.at('/parameters/field2Value')).toBe('the id of a website', (value) => website.test(String(value)))
}

/** @throws Unmet unless refused with 404, naming the requested customer id */
export function expectNoSuchCustomer(answer: Exchange, id: number): void {
  expect(answer).toBeRefusedWith(404, { message: noSuchEntity })
  expect(answer.at('/parameters/fieldName')).toEqual('customerId')
  expect(answer.at('/parameters/fieldValue')).toBe(`the id ${id}`, (value) => String(value) === String(id))
}
