import type { JsonWebToken } from '../../recording/token/json-web-token.ts'
import type { JsonObject } from '../../shared/json/object.ts'
import { isNow } from './value-form.ts'

/**
 * Returns a token's header and claims, without times that differ in every token.
 * @param now milliseconds since 1970, by the clock of the shop
 */
export function tokenFacts({ header, claims }: JsonWebToken, now: number): JsonObject {
  const { iat, exp, ...rest } = claims
  const time = (value: unknown) => (typeof value === 'number' && isNow(value * 1000, now) ? 'a time in seconds' : value)
  const times =
    typeof iat === 'number' && typeof exp === 'number' ? { 'exp - iat': lifetime(exp - iat) } : { exp: time(exp) }
  return {
    header,
    claims: { ...rest, ...(iat === undefined ? {} : { iat: time(iat) }), ...(exp === undefined ? {} : times) },
  }
}

/** Longer lifetimes are no seconds but times in another unit, which differ in every token. */
const longestLife = 10 * 365 * 86_400
const lifetime = (seconds: number) => (Math.abs(seconds) > longestLife ? 'more than ten years' : `${seconds} s`)
