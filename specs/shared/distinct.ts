import { Undecided } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'

/**
 * What is said of two tokens needs two: logins of one second may return one token, and so may a shop that keeps tokens.
 * @throws Undecided, blocked by the later login, when both returned the same
 */
export function expectTwoTokens(earlier: Exchange, later: Exchange): void {
  if (earlier.status === 200 && later.status === 200 && earlier.json === later.json)
    throw new Undecided('blocked', `"${later.name}" returned the same token as "${earlier.name}"`, { by: later.name })
}
