import { newestRelease, parseRelease } from '../../release/index.ts'
import { type SettingName, type Settings, UsageError, withoutUser } from './settings.ts'

/** A setting as a whole number of at least `least`. @throws UsageError with the value and what is allowed */
export function numberSetting(settings: Settings, name: SettingName, byDefault: number, least = 1): number {
  const text = settings.get(name)
  if (text === undefined) return byDefault
  const value = Number(text)
  if (!Number.isInteger(value) || value < least) throw wrong(name, text, `a whole number from ${least} on`)
  return value
}

/** A setting as a number of at least 0, which need not be whole. @throws UsageError with the value and what is allowed */
export function optionalNumber(settings: Settings, name: SettingName): number | undefined {
  const text = settings.get(name)
  if (text === undefined) return undefined
  const value = Number(text)
  if (!Number.isFinite(value) || value < 0) throw wrong(name, text, 'a number from 0 on')
  return value
}

/**
 * The target's base URL without user name, password and trailing slash, or undefined for the embedded reference.
 * @throws UsageError
 */
export function baseUrlSetting(settings: Settings): string | undefined {
  const text = settings.get('MAGENTO_BASE_URL')
  return text === undefined ? undefined : shopUrl('MAGENTO_BASE_URL', text)
}

/**
 * A shop's base URL without user name, password and trailing slash.
 * @param name of the setting that holds it
 * @throws UsageError
 */
export function shopUrl(name: SettingName, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const shown = withoutUser(text)
  if (!url || !/^https?:$/.test(url.protocol))
    throw wrong(name, shown, 'an http or https URL, such as https://staging.example.com')
  if (/\/rest(\/|$)/.test(url.pathname))
    throw wrong(name, shown, 'the shop’s base URL, without /rest and what follows it')
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '')
}

/** `user:password` of the basic authentication in front of the shop. @throws UsageError without quoting it */
export function basicAuthSetting(settings: Settings): string | undefined {
  const given = settings.get('MAGENTO_BASIC_AUTH')
  if (given !== undefined) {
    if (/^[^:]+:./.test(given)) return given
    throw new UsageError('MAGENTO_BASIC_AUTH is not of the form user:password')
  }
  const text = settings.get('MAGENTO_BASE_URL')
  return text === undefined || !URL.canParse(text) ? undefined : userOf(new URL(text))
}

/** `user:password` of a URL, if it has a user. */
export function userOf({ username, password }: URL): string | undefined {
  return username ? `${decoded(username)}:${decoded(password)}` : undefined
}

/** What is no valid escape stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The release stated, if any. @throws UsageError */
export function releaseSetting(settings: Settings): string | undefined {
  const text = settings.get('MAGENTO_RELEASE')
  if (text === undefined) return undefined
  checkRelease(text, 'MAGENTO_RELEASE')
  return text
}

/** @throws UsageError when the text is no release from 2.3.0 on */
export function checkRelease(text: string, name: string): void {
  const allowed = `a release from 2.3.0 to ${newestRelease} or later, such as 2.4.7-p6`
  let release: ReturnType<typeof parseRelease>
  try {
    release = parseRelease(text)
  } catch {
    throw wrong(name, text, allowed)
  }
  if (release.major !== 2 || release.minor < 3) throw wrong(name, text, allowed)
}

/** Extra headers from JSON. @throws UsageError without quoting the value, which is a secret */
export function headersSetting(settings: Settings): Record<string, string> {
  const text = settings.get('MAGENTO_HEADERS')
  if (text === undefined) return {}
  const fail = () => new UsageError('MAGENTO_HEADERS is not a JSON object of texts: write {"X-Name": "value"}')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw fail()
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw fail()
  if (!Object.values(value).every((entry) => typeof entry === 'string')) throw fail()
  if (Object.keys(value).some((name) => name.toLowerCase() === 'authorization'))
    throw new UsageError(
      'MAGENTO_HEADERS sets Authorization, which is the customer’s: give basic authentication as MAGENTO_BASIC_AUTH=user:password',
    )
  return value as Record<string, string>
}

/** A setting that must have a certain form. @throws UsageError */
export function textSetting(
  settings: Settings,
  name: SettingName,
  byDefault: string,
  form: RegExp,
  allowed: string,
): string {
  const text = settings.get(name) ?? byDefault
  if (!form.test(text)) throw wrong(name, text, allowed)
  return text
}

/** The one form of every complaint about a setting. */
export function wrong(name: string, value: string, allowed: string): UsageError {
  return new UsageError(`${name} is "${withoutUser(value)}": it must be ${allowed}`)
}
