import { distributed, distributedName, newestRelease, parseRelease, releaseBelow } from '../../release/index.ts'
import { type Profile, profiles } from '../shared/profile.ts'
import {
  definitions,
  type NumberSetting,
  type SettingName,
  type Settings,
  UsageError,
  withoutUser,
} from './settings.ts'

/** Maximum in seconds: timers overflow beyond 2^31 milliseconds and would fire immediately. */
const most = 2_147_483

/** Reads a setting as a whole number of at least `least`. @throws UsageError with the value and what is allowed */
export function numberSetting(settings: Settings, name: NumberSetting, least = 1): number {
  const text = settings.get(name) ?? definitions[name].default
  const value = Number(text)
  if (!Number.isInteger(value) || value < least)
    throw wrong(settings.nameOf(name), text, `a whole number from ${least} on`)
  if (value > most) throw wrong(settings.nameOf(name), text, `a whole number from ${least} to ${most}`)
  return value
}

/**
 * Reads a setting as a number of at least 0, with or without decimals.
 * @throws UsageError with the value and what is allowed
 */
export function optionalNumber(settings: Settings, name: SettingName): number | undefined {
  const text = settings.get(name)
  if (text === undefined) return undefined
  const value = Number(text)
  if (!Number.isFinite(value) || value < 0) throw wrong(settings.nameOf(name), text, 'a number from 0 on')
  return value
}

/**
 * Returns the target's base URL without user name, password and trailing slash; undefined for the embedded reference.
 * @throws UsageError
 */
export function baseUrlSetting(settings: Settings): string | undefined {
  const text = settings.get('MAGENTO_BASE_URL')
  return text === undefined ? undefined : shopUrl(settings.nameOf('MAGENTO_BASE_URL'), text)
}

/**
 * Returns a shop's base URL without user name, password and trailing slash.
 * @param name of the setting or option that contains it
 * @throws UsageError
 */
export function shopUrl(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const shown = withoutUser(text)
  if (!url || !/^https?:$/.test(url.protocol))
    throw wrong(name, shown, `an http or https URL, such as ${exampleFor(text)}`)
  if (/(^|\.)api\.commerce\.adobe\.com$/.test(url.hostname))
    throw new UsageError(
      `${name} is "${shown}": Adobe Commerce as a Cloud Service has none of the routes that this suite asks (no registration, no customer’s login, no /me), so that there is nothing to judge; give the URL of a Magento, Mage-OS or Adobe Commerce shop`,
    )
  if (/\/rest(\/|$)/.test(url.pathname))
    throw wrong(name, shown, 'the shop’s base URL, without /rest and what follows it')
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '')
}

/** For a host without a protocol, suggests it with https. */
const exampleFor = (text: string): string =>
  /^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?(\/[\w./-]*)?$/i.test(text) ? `https://${text}` : 'https://staging.example.com'

/** The value for the release that fits the answers best. */
export const asClosest = 'closest'

/** The additional value that a release setting accepts, for messages. */
export const orClosest = `, or ${asClosest}`

/** True to judge as the release that fits the answers best. */
export const closestSetting = (settings: Settings): boolean => settings.get('MAGENTO_RELEASE') === asClosest

/** Returns the stated release, or undefined. @throws UsageError */
export function releaseSetting(settings: Settings): string | undefined {
  const text = settings.get('MAGENTO_RELEASE')
  if (text === undefined || text === asClosest) return undefined
  return checkRelease(text, settings.nameOf('MAGENTO_RELEASE'), orClosest)
}

/**
 * Returns the Magento release for a release number or a Mage-OS version.
 * @param orElse further allowed values, for the message
 * @throws UsageError if the text is no release from 2.3.0 on
 */
export function checkRelease(text: string, name: string, orElse = ''): string {
  const below = releaseBelow(text)
  if (below) return below
  if (/^mage-os-/i.test(text))
    throw wrong(name, text, `one of ${distributed.map(distributedName).join(', ')}, or a Magento release${orElse}`)
  const allowed = `a release from 2.3.0 to ${newestRelease} or later, such as 2.4.7-p6${orElse}`
  let release: ReturnType<typeof parseRelease>
  try {
    release = parseRelease(text)
  } catch {
    throw wrong(name, text, allowed)
  }
  if (release.major !== 2 || release.minor < 3) throw wrong(name, text, allowed)
  return text
}

/** Returns the profile of the run. @throws UsageError */
export function profileSetting(settings: Settings): Profile {
  return profileNamed(
    settings.get('MAGENTO_PROFILE') ?? definitions.MAGENTO_PROFILE.default,
    settings.nameOf('MAGENTO_PROFILE'),
  )
}

/** Returns the profile of this name. @param setting that has the name @throws UsageError for an unknown profile */
export function profileNamed(text: string, setting: string): Profile {
  const profile = profiles.find((one) => one === text)
  if (!profile) throw wrong(setting, text, `one of ${profiles.join(', ')}`)
  return profile
}

/** Returns the code of the store view in the path. @throws UsageError */
export function storeSetting(settings: Settings): string {
  return textSetting(settings, 'MAGENTO_STORE_CODE', /^[A-Za-z]\w*$/, 'a store code: letters, digits and _')
}

/** Returns the domain of the e-mail addresses to register. @throws UsageError */
export function emailDomainSetting(settings: Settings): string {
  return textSetting(settings, 'MAGENTO_EMAIL_DOMAIN', /^[\w-]+(\.[\w-]+)+$/, 'a domain such as example.com')
}

/** True if the run may lock its own accounts by failed logins. @throws UsageError */
export function lockoutSetting(settings: Settings): boolean {
  return lockoutText(settings) === 'on'
}

/** True if the setting states that the shop does not limit failed logins. @throws UsageError */
export function isUnlimited(settings: Settings): boolean {
  return lockoutText(settings) === 'unlimited'
}

const lockoutText = (settings: Settings) =>
  textSetting(
    settings,
    'MAGENTO_LOCKOUT',
    /^(on|off|unlimited)$/,
    'on, off, or unlimited where the shop limits no failed logins',
    settings.get('MAGENTO_BASE_URL') === undefined ? 'on' : 'off',
  )

/** True to test the storefront's pages. @throws UsageError */
export function storefrontSetting(settings: Settings): boolean {
  return isOn(settings, 'MAGENTO_STOREFRONT', settings.get('MAGENTO_BASE_URL') === undefined ? 'on' : 'off')
}

/** True if a setting is `on`, false if it is `off`. @throws UsageError for anything else */
export function isOn(settings: Settings, name: SettingName, byDefault: string = definitions[name].default): boolean {
  return textSetting(settings, name, /^(on|off)$/, 'on or off', byDefault) === 'on'
}

/** Returns a setting that must match a pattern. @throws UsageError */
function textSetting(
  settings: Settings,
  name: SettingName,
  form: RegExp,
  allowed: string,
  byDefault: string = definitions[name].default,
): string {
  const text = settings.get(name) ?? byDefault
  if (!form.test(text)) throw wrong(settings.nameOf(name), text, allowed)
  return text
}

/** Returns the error for an invalid setting. */
export function wrong(name: string, value: string, allowed: string): UsageError {
  return new UsageError(`${name} is "${withoutUser(value)}": it must be ${allowed}`)
}
