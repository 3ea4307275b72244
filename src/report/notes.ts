import { parseRelease } from '../../release/index.ts'
import type { Probe } from '../recording/recording.ts'
import { jsonWebTokens } from '../recording/token/generation.ts'
import { claimedLifetime, lifetimeByGraphql, stockLifetime } from '../recording/token/lifetime.ts'

/**
 * Returns differences from the documentation, or from the shop's own settings, that are no failures.
 * @param release the release that the shop is judged as
 */
export function notesOf(probes: Readonly<Record<string, Probe>>, release: string): string[] {
  if (!jsonWebTokens.includes(parseRelease(release))) return []
  const claimed = probes[claimedLifetime]?.value
  const hours = probes[lifetimeByGraphql]?.value
  if (typeof claimed !== 'number') return []
  return [
    ...(claimed === stockLifetime
      ? []
      : [
          `A token states a lifetime of ${claimed} s, not the documented hour: the shop sets webapi/jwtauth/customer_expiration.`,
        ]),
    ...(typeof hours !== 'number' || hours * 3600 === claimed
      ? []
      : [
          `GraphQL reports customer_access_token_lifetime ${hours} h, but a token states ${claimed} s: from 2.4.4 on the field is oauth/access_token_lifetime/customer, which no longer applies to tokens.`,
        ]),
  ]
}
