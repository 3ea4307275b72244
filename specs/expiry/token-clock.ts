import type { Stage } from '../../src/perform/stage.ts'
import { lifetimeOf, readToken } from '../../src/recording/token/json-web-token.ts'
import { configuredLifetime, longestLifetime, stockLifetime } from '../../src/recording/token/lifetime.ts'
import { boundsOf, type Interval, intersection } from '../../src/target/clock/skew.ts'

/** Milliseconds by which the clock that issues tokens may differ from the one that answers, of one shop. */
const oneShop = 600_000

/** A token and when it was got, on the scenario's timeline. */
export interface Issued {
  readonly token: string
  readonly sent: number
  readonly received: number
  /** What was known of the shop's clock then. */
  readonly skew: Interval | undefined
}

/**
 * Seconds that a token lives: as it says itself, else as the shop is set, else as on a stock shop. Infinite where
 * opaque tokens are set to live for ever.
 */
export function lifetimeIn({ probe }: Pick<Stage, 'probe'>, token: string): number {
  const claimed = lifetimeOf(token)
  if (claimed !== undefined && claimed <= longestLifetime) return claimed
  return probe(configuredLifetime, stockLifetime) || Number.POSITIVE_INFINITY
}

/**
 * When, on the timeline, the second begins in which a token ends: `low` at the earliest, `high` at the latest. The
 * shop counts in whole seconds of its own clock, which is known as far as its answers tell.
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
  // Stored in the whole second in which it was made, which is one of at most a few; compared in whole seconds.
  const first = wholeSecond(sent + then.low)
  const last = wholeSecond(received + then.high)
  const whole = wholeSecond(lifetime)
  return { low: first + whole - skew.high, high: last + whole - skew.low }
}

/** What the token and the shop's other answers say of its clock together; of two clocks, all that both allow. */
function agreed(byToken: Interval, byAnswers: Interval | undefined): Interval {
  if (!byAnswers) return byToken
  const both = intersection(byToken, byAnswers)
  if (both) return both
  const apart = Math.max(byToken.low, byAnswers.low) - Math.min(byToken.high, byAnswers.high)
  if (apart > oneShop) return byToken
  return { low: Math.min(byToken.low, byAnswers.low), high: Math.max(byToken.high, byAnswers.high) }
}

const wholeSecond = (milliseconds: number) => Math.floor(milliseconds / 1000) * 1000
