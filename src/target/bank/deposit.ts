import { lifetimeOf } from '../../recording/token/json-web-token.ts'
import { longestLifetime } from '../../recording/token/lifetime.ts'

/** A customer's token, kept for a later run, with the data needed to use it. */
export interface Deposit {
  /** Base URL and store view that issued it; it is sent to no other. */
  readonly target: string
  /** The release that issued it, stated or assumed. */
  readonly release: string
  readonly email: string
  readonly password: string
  /** The customer's id in the response to the registration. */
  readonly id: number | undefined
  readonly token: string
  /** Time of the login's response, ISO, by the shop's clock. */
  readonly issuedAt: string
  /** Assumed lifetime of an opaque token in seconds; a JSON Web Token contains its own. */
  readonly lifetime: number
}

/** Returns the key of a target in the bank: the same host with another path or store view is another target. */
export const bankTarget = (baseUrl: string, store: string): string => `${baseUrl} ${store}`

/**
 * Returns the latest end of a token, in milliseconds since 1970 by the clock of the shop's `Date` header. It is counted
 * from `issuedAt`, as tokens may be stamped by a different clock than responses.
 * @param configured current lifetime setting of the shop in seconds, which opaque tokens follow; 0 means no expiry
 */
export function endOf({ token, issuedAt, lifetime }: Deposit, configured: number | undefined): number {
  const lives = lifetimeOf(token) ?? configured ?? lifetime
  return lives > 0 && lives <= longestLifetime ? Date.parse(issuedAt) + lives * 1000 : Number.POSITIVE_INFINITY
}
