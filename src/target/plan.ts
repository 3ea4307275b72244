import type { Access } from '../recording/recording.ts'
import type { Profile } from '../shared/profile.ts'
import { checkSettings } from './check-settings.ts'
import type { Limits } from './guard/limits.ts'
import { limitsFrom } from './guard-settings.ts'
import { clockSetting, longestWaitSetting } from './open-clock.ts'
import { storefrontSettings } from './open-storefront.ts'
import {
  baseUrlSetting,
  emailDomainSetting,
  lockoutSetting,
  profileSetting,
  releaseSetting,
  storeSetting,
} from './parse.ts'
import type { RehearsalOptions } from './rehearsal.ts'
import type { Settings } from './settings.ts'

/** The plan of a run, from its settings alone. */
export interface Plan extends RehearsalOptions {
  /** Description of the target, for output. */
  readonly where: string
  readonly store: string
  readonly profile: Profile
  readonly powers: readonly Access[]
  readonly limits: Limits
}

/** Makes the plan of a run. @throws UsageError for an invalid setting */
export function planFrom(settings: Settings): Plan {
  checkSettings(settings)
  const baseUrl = baseUrlSetting(settings)
  const given = (...names: Parameters<Settings['get']>[0][]) => names.some((name) => settings.get(name) !== undefined)
  const admin = !baseUrl || given('MAGENTO_ADMIN_TOKEN', 'MAGENTO_ADMIN_USERNAME', 'MAGENTO_INTEGRATION_CONSUMER_KEY')
  const mailbox = !baseUrl || given('MAGENTO_MAILBOX_URL')
  const moved = !baseUrl || clockSetting(settings).kind !== 'wait'
  const longestWait = moved ? Number.POSITIVE_INFINITY : longestWaitSetting(settings)
  const bank = !baseUrl || given('MAGENTO_TOKEN_BANK')
  const settable = !baseUrl || given('MAGENTO_CONFIG_COMMAND')
  const lockout = lockoutSetting(settings)
  const storefront = storefrontSettings(settings) !== undefined
  const powers: [Access, boolean][] = [
    ['admin', admin],
    ['mailbox', mailbox],
    ['clock', longestWait > 0 && (moved || given('MAGENTO_MAX_WAIT'))],
    ['storefront', storefront],
    ['settings', settable],
  ]
  return {
    where: baseUrl ?? 'the embedded reference',
    store: storeSetting(settings),
    profile: profileSetting(settings),
    powers: powers.flatMap(([power, has]) => (has ? [power] : [])),
    limits: limitsFrom(settings, lockout),
    release: releaseSetting(settings),
    emailDomain: emailDomainSetting(settings),
    admin,
    mailbox,
    lockout,
    storefront,
    longestWait,
    bank,
    settings: settable,
  }
}
