import { expect } from '../../src/judge/expect.ts'
import type { Exchange } from '../../src/recording/exchange.ts'

/** @throws Unmet unless the login returned a token */
export function expectToken(login: Exchange): void {
  expect(login).toSucceed()
  expect(login.at('')).toBeOfType('string').toMatch(/./)
}
