import type { Grade } from '../evidence.ts'

/** The names of what is known of how long customers' tokens live, in seconds; GraphQL's in hours. */
export const claimedLifetime = 'token lifetime'
export const configuredLifetime = 'configured token lifetime'
export const lifetimeByGraphql = 'customer_access_token_lifetime'

/** Seconds that tokens of a stock shop live, of whatever release. */
export const stockLifetime = 3600
/** Seconds beyond which a lifetime is a mistake, such as an end in milliseconds: ten years. */
export const longestLifetime = 10 * 365 * 24 * 3600
/** Seconds that a JSON Web Token lives where its setting is empty, 0 or no number. */
export const lifetimeWhenUnset = 1800

/** Seconds that a new JSON Web Token lives under a configured lifetime. */
export const claimedUnder = (configured: number): number => (configured > 0 ? configured : lifetimeWhenUnset)

/**
 * What is known of the lifetime without letting time pass.
 * @param probe gives a probed fact, or the second value where it is not known
 */
export function lifetimeGrade(probe: (name: string, unknown: number) => number): Grade {
  const claimed = probe(claimedLifetime, -1)
  const configured = probe(configuredLifetime, -1)
  if (claimed < 0) return configured < 0 ? 'none' : 'configured'
  return configured >= 0 && claimed === claimedUnder(configured) ? 'consistent' : 'claimed'
}
