import type { Stage } from '../../src/perform/stage.ts'
import { lifetimeOf, readToken } from '../../src/recording/token/json-web-token.ts'
import { configuredLifetime, longestLifetime, stockLifetime } from '../../src/recording/token/lifetime.ts'
import { boundsOf, type Interval, intersection } from '../../src/target/clock/skew.ts'

/** Milliseconds by which the clock that issues tokens may differ from the clock in the responses of the same shop. */
const oneShop = 600_000

/** A token and when it was issued, on the scenario's timeline. */
export interface Issued {
  readonly token: string
  readonly sent: number
  readonly received: number
  /** What was known about the shop's clock at that time. */
  readonly skew: Interval | undefined
}

/**
 * Returns the lifetime of a token in seconds: from the token, else from the setting, else that of a stock shop.
 * Infinite if the shop is configured so that opaque tokens do not expire.
 */
export function lifetimeIn({ probe }: Pick<Stage, 'probe'>, token: string): number {
  const claimed = lifetimeOf(token)
  if (claimed !== undefined && claimed <= longestLifetime) return claimed
  return probe(configuredLifetime, stockLifetime) || Number.POSITIVE_INFINITY
}

/**
 * Returns when, on the timeline, the second begins in which a token expires: between `low` and `high`. The shop
 * counts whole seconds of its own clock, which its responses show only approximately.
 */
export function endOfToken(
  { token, sent, received, skew: then }: Issued,
  stage: Pick<Stage, 'probe' | 'skew'>,
): Interval {
  const lifetime = lifetimeIn(stage, token) * 1000
  const skew = stage.skew()
  const issuedAt = Number(readToken(token)?.claims.iat) * 1000
  if (Number.isFinite(issuedAt)) {
    const { low, high } = agreed(boundsOf(issuedAt, sent, received), skew)
    return { low: issuedAt + lifetime - high, high: issuedAt + lifetime - low }
  }
  if (!skew || !then) return { low: sent + lifetime - 1000, high: received + lifetime }
  // The shop stores the second in which it issued the token, one of a few possible ones, and compares whole seconds.
  const first = wholeSecond(sent + then.low)
  const last = wholeSecond(received + then.high)
  const whole = wholeSecond(lifetime)
  return { low: first + whole - skew.high, high: last + whole - skew.low }
}

/** Combines what the token and other responses show of the shop's clock; with two clocks, all that both allow. */
function agreed(byToken: Interval, byAnswers: Interval | undefined): Interval {
  if (!byAnswers) return byToken
  const both = intersection(byToken, byAnswers)
  if (both) return both
  const apart = Math.max(byToken.low, byAnswers.low) - Math.min(byToken.high, byAnswers.high)
  if (apart > oneShop) return byToken
  return { low: Math.min(byToken.low, byAnswers.low), high: Math.max(byToken.high, byAnswers.high) }
}

const wholeSecond = (milliseconds: number) => Math.floor(milliseconds / 1000) * 1000
