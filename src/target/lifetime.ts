import { parseRelease } from '../../release/index.ts'
import type { Probe } from '../recording/recording.ts'
import { jsonWebTokens } from '../recording/token/generation.ts'
import { configuredLifetime, lifetimeByGraphql } from '../recording/token/lifetime.ts'
import { optionalNumber } from './parse.ts'
import type { Settings } from './settings.ts'

/**
 * Returns the configured token lifetime: as the user states it, or before 2.4.4 from GraphQL. From 2.4.4 on GraphQL
 * still reports the old setting, which no longer applies.
 * @throws UsageError for an invalid number
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
