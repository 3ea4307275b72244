import { newestRelease, parseRelease } from '../../release/index.ts'
import { type SettingName, type Settings, UsageError } from './settings.ts'

/** A setting as a whole number of at least `least`. @throws UsageError with the value and what is allowed */
export function numberSetting(settings: Settings, name: SettingName, byDefault: number, least = 1): number {
  const text = settings.get(name)
  if (text === undefined) return byDefault
  const value = Number(text)
  if (!Number.isInteger(value) || value < least) throw wrong(name, text, `a whole number from ${least} on`)
  return value
}

/** The target's base URL without trailing slash, or undefined for the embedded reference. @throws UsageError */
export function baseUrlSetting(settings: Settings): string | undefined {
  const text = settings.get('MAGENTO_BASE_URL')
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol))
    throw wrong('MAGENTO_BASE_URL', text, 'an http or https URL, such as https://staging.example.com')
  if (url.username || url.password)
    throw new UsageError(`MAGENTO_BASE_URL carries a user name or password: ${basicAuth}`)
  if (/\/rest(\/|$)/.test(url.pathname))
    throw wrong('MAGENTO_BASE_URL', text, 'the shop’s base URL, without /rest and what follows it')
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '')
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
    throw new UsageError(`MAGENTO_HEADERS sets Authorization: ${basicAuth}`)
  return value as Record<string, string>
}

/** Both want the one Authorization header. */
const basicAuth =
  'basic authentication takes the place of the customer’s token; let this machine in by its address, or by another header'

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

/** A user and password before a host are nobody's business, whatever the rest of the address is. */
const withoutUser = (address: string) => address.replace(/^(.*\/\/)?[^/]*@/, '$1***@')
