import { Undecided } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'

/**
 * For requirements about two different tokens: logins in the same second, or a shop that reuses tokens, may return the
 * same one.
 * @throws Undecided, blocked by the later login, if both returned the same
 */
export function expectTwoTokens(earlier: Exchange, later: Exchange): void {
  if (earlier.status === 200 && later.status === 200 && earlier.json === later.json)
    throw new Undecided('blocked', `"${later.name}" returned the same token as "${earlier.name}"`, { by: later.name })
}
