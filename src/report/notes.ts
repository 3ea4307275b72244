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
          `A token says that it lives ${claimed} s, not the hour that the documentation names: the shop sets webapi/jwtauth/customer_expiration.`,
        ]),
    ...(typeof hours !== 'number' || hours * 3600 === claimed
      ? []
      : [
          `GraphQL says customer_access_token_lifetime ${hours} h and a token says ${claimed} s: from 2.4.4 on the field reports oauth/access_token_lifetime/customer, which rules no token any more.`,
        ]),
  ]
}
