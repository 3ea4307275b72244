import { Redactor } from '../recording/redact.ts'
import { accessSettings } from './access-settings.ts'
import { adminWay } from './admin/open.ts'
import { guardingSettings } from './guard-settings.ts'
import { checkHost } from './hosts.ts'
import { mailSettings } from './mail-settings.ts'
import { mailboxUrl } from './mailbox/open.ts'
import { bankSettings } from './open-bank.ts'
import { clockSetting, commandTimeout, longestWaitSetting } from './open-clock.ts'
import { storefrontSettings } from './open-storefront.ts'
import {
  baseUrlSetting,
  emailDomainSetting,
  lockoutSetting,
  numberSetting,
  optionalNumber,
  profileSetting,
  releaseSetting,
  storeSetting,
} from './parse.ts'
import { proxyFor } from './proxy.ts'
import type { SettingName, Settings } from './settings.ts'

/** All functions that read a setting. Each throws for an invalid value and sends nothing. */
const readers: readonly ((settings: Settings) => unknown)[] = [
  (settings) => checkAddress(settings, 'MAGENTO_BASE_URL', baseUrlSetting(settings)),
  releaseSetting,
  profileSetting,
  storeSetting,
  emailDomainSetting,
  (settings) => numberSetting(settings, 'MAGENTO_CONCURRENCY'),
  (settings) => numberSetting(settings, 'MAGENTO_TIMEOUT'),
  (settings) => numberSetting(settings, 'MAGENTO_MAIL_TIMEOUT'),
  (settings) => guardingSettings(settings, lockoutSetting(settings)),
  (settings) => accessSettings(settings, new Redactor()),
  (settings) => adminWay(settings, new Redactor()),
  mailSettings,
  (settings) => mailboxUrl(settings.get('MAGENTO_MAILBOX_URL')),
  (settings) => checkAddress(settings, 'MAGENTO_STOREFRONT_URL', storefrontSettings(settings)?.url),
  (settings) => {
    const clock = clockSetting(settings)
    checkAddress(settings, 'MAGENTO_CLOCK', clock.kind === 'ahead' ? clock.url : undefined)
  },
  longestWaitSetting,
  commandTimeout,
  (settings) => optionalNumber(settings, 'MAGENTO_TOKEN_LIFETIME'),
  bankSettings,
]

/**
 * Checks all settings, in the same way for a run, a dry run and `doctor`. It sends no request.
 * @param more functions that read further settings
 * @returns the errors of invalid settings
 */
export function wrongSettings(settings: Settings, ...more: readonly ((settings: Settings) => unknown)[]): Error[] {
  return [...readers, ...more].flatMap((read) => {
    try {
      read(settings)
      return []
    } catch (error) {
      return [error as Error]
    }
  })
}

/** Checks all settings. @throws UsageError for the first invalid setting */
export function checkSettings(settings: Settings): void {
  const [first] = wrongSettings(settings)
  if (first) throw first
}

/** @throws UsageError for an address that a run may not test, or an invalid proxy */
function checkAddress(settings: Settings, name: SettingName, url: string | undefined): void {
  if (url === undefined) return
  checkHost(url, settings.get('MAGENTO_ALLOW_HOST'), settings.nameOf(name))
  proxyFor(url)
}
