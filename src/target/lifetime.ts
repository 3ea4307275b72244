import { parseRelease } from '../../release/index.ts'
import type { Probe } from '../recording/recording.ts'
import { jsonWebTokens } from '../recording/token/generation.ts'
import { configuredLifetime, lifetimeByGraphql } from '../recording/token/lifetime.ts'
import { optionalNumber } from './parse.ts'
import type { Settings } from './settings.ts'

/**
 * How long the shop is set to let tokens live: as the user states; before 2.4.4 else as GraphQL says. From 2.4.4 on
 * GraphQL still reports the old setting, which rules no token any more.
 * @throws UsageError for a lifetime that is no number
 */
export function lifetimeFrom(
  settings: Settings,
  release: string,
  probes: Readonly<Record<string, Probe>>,
): Record<string, Probe> {
  const stated = optionalNumber(settings, 'MAGENTO_TOKEN_LIFETIME')
  if (stated !== undefined) return { [configuredLifetime]: { value: stated, from: 'MAGENTO_TOKEN_LIFETIME' } }
  const { value: hours, from = '' } = probes[lifetimeByGraphql] ?? {}
  if (typeof hours !== 'number' || jsonWebTokens.includes(parseRelease(release))) return {}
  return { [configuredLifetime]: { value: hours * 3600, from } }
}
