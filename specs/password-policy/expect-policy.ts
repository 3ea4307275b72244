import { expect } from '../../src/judge/expect.ts'
import { inapplicable } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { passwordTooShort } from '../shared/messages.ts'
import type { Policy } from './policy.ts'

/** Expects that a password is refused as too short, with the shop's minimum length. */
export function expectTooShort(answer: Exchange, asked: Policy): void {
  expect(answer).toBeRefusedWith(400, { message: passwordTooShort(0).message })
  expectNumber(answer, asked.length, asked)
}

/** Expects the number of the policy; if the shop does not show its policy, it may be stricter than a stock shop. */
export function expectNumber(answer: Exchange, number: number, { known }: Policy): void {
  expect(answer.at('/parameters/0')).toBe(
    known ? `the policy’s ${number}` : `${number} or more`,
    (actual) => Number(actual) === number || (!known && Number(actual) > number),
  )
}

/** Expects success; inapplicable if a shop that does not show its policy is stricter than a stock shop. */
export function expectAccepted(answer: Exchange, { known, length, classes }: Policy): void {
  const wanted = Number(answer.at('/parameters/0').value)
  const stricter = wanted > length || (wanted > classes && wanted <= 4)
  if (!known && answer.status === 400 && stricter)
    inapplicable('the shop’s policy is stricter than that of a stock shop')
  expect(answer).toSucceed()
}
