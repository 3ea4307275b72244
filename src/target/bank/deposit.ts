import { lifetimeOf } from '../../recording/token/json-web-token.ts'
import { longestLifetime } from '../../recording/token/lifetime.ts'

/** A customer's token for a later run, with all data that its use needs. */
export interface Deposit {
  /** Base URL and store view it came from: it is presented nowhere else. */
  readonly target: string
  /** The release that issued it, stated or assumed. */
  readonly release: string
  readonly email: string
  readonly password: string
  /** The customer's id, as the registration was answered. */
  readonly id: number | undefined
  readonly token: string
  /** ISO time by the shop's clock, when the answer to the login was there. */
  readonly issuedAt: string
  /** Seconds that an opaque token was thought to live; a JSON Web Token says it itself. */
  readonly lifetime: number
}

/** Returns the key of a target in the bank: the same host with another path or store view is another target. */
export const bankTarget = (baseUrl: string, store: string): string => `${baseUrl} ${store}`

/**
 * When a deposited token ends at the latest, in milliseconds since 1970 by the clock of the shop's answers. Counted
 * from when it was issued, since the clock that stamps tokens may be another than the one that dates answers.
 * @param configured seconds that opaque tokens live by the shop's setting of now, which they follow; 0 is for ever
 */
export function endOf({ token, issuedAt, lifetime }: Deposit, configured: number | undefined): number {
  const lives = lifetimeOf(token) ?? configured ?? lifetime
  return lives > 0 && lives <= longestLifetime ? Date.parse(issuedAt) + lives * 1000 : Number.POSITIVE_INFINITY
}
