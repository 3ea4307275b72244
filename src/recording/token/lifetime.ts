import type { Grade } from '../evidence.ts'

/** Names of the facts about token lifetimes, in seconds; GraphQL's is in hours. */
export const claimedLifetime = 'token lifetime'
export const configuredLifetime = 'configured token lifetime'
export const lifetimeByGraphql = 'customer_access_token_lifetime'

/** The token lifetime of a stock shop of any release, in seconds. */
export const stockLifetime = 3600
/** Ten years in seconds. A longer lifetime is a mistake, such as an `exp` in milliseconds. */
export const longestLifetime = 10 * 365 * 24 * 3600
/** The lifetime of a JSON Web Token in seconds if its setting is empty, 0 or not a number. */
export const lifetimeWhenUnset = 1800

/** Returns the lifetime of a new JSON Web Token under a configured lifetime, in seconds. */
export const claimedUnder = (configured: number): number => (configured > 0 ? configured : lifetimeWhenUnset)

/**
 * Returns the evidence about the lifetime without letting time pass.
 * @param probe returns a fact about the shop, or its second argument if the fact is unknown
 */
export function lifetimeGrade(probe: (name: string, unknown: number) => number): Grade {
  const claimed = probe(claimedLifetime, -1)
  const configured = probe(configuredLifetime, -1)
  if (claimed < 0) return configured < 0 ? 'none' : 'configured'
  return configured >= 0 && claimed === claimedUnder(configured) ? 'consistent' : 'claimed'
}
