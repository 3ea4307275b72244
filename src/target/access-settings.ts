import { validateHeaderName, validateHeaderValue } from 'node:http'
import type { Redactor } from '../recording/redact.ts'
import { decoded } from '../shared/decoded.ts'
import { isObject } from '../shared/json/object.ts'
import { certificates } from './certificates.ts'
import { type SettingName, type Settings, UsageError } from './settings.ts'

/** The settings about access in front of the shop. */
export interface Access {
  readonly allowedHosts: string | undefined
  readonly headers: Readonly<Record<string, string>>
  /** `user:password` of basic authentication in front of the shop. */
  readonly credentials: string | undefined
  readonly tls: ReturnType<typeof certificates>
  readonly recaptcha: string | undefined
}

/** Reads the settings about access, and registers their secrets. @throws UsageError for an invalid setting */
export function accessSettings(settings: Settings, redactor: Redactor): Access {
  const headers = headersSetting(settings)
  const credentials = basicAuthSetting(settings)
  checkSent(settings, 'MAGENTO_RECAPTCHA')
  const recaptcha = settings.get('MAGENTO_RECAPTCHA')
  const passphrase = settings.get('MAGENTO_CLIENT_PASSPHRASE')
  for (const value of [...Object.values(headers), recaptcha, passphrase]) if (value) redactor.learn(value)
  learnCredentials(credentials, redactor)
  return {
    allowedHosts: settings.get('MAGENTO_ALLOW_HOST'),
    headers,
    credentials,
    tls: certificates(settings),
    recaptcha,
  }
}

/** `user:password` of the basic authentication in front of the shop. @throws UsageError without quoting it */
function basicAuthSetting(settings: Settings): string | undefined {
  const given = settings.get('MAGENTO_BASIC_AUTH')
  if (given !== undefined) {
    if (/^[^:]+:./.test(given)) return given
    throw new UsageError('MAGENTO_BASIC_AUTH is not of the form user:password')
  }
  const text = settings.get('MAGENTO_BASE_URL')
  return text === undefined || !URL.canParse(text) ? undefined : userOf(new URL(text))
}

/** Returns `user:password` of a URL, or undefined without a user. */
export function userOf({ username, password }: URL): string | undefined {
  return username ? `${decoded(username)}:${decoded(password)}` : undefined
}

/** Extra headers from JSON. @throws UsageError without quoting the value, which is a secret */
function headersSetting(settings: Settings): Record<string, string> {
  const text = settings.get('MAGENTO_HEADERS')
  if (text === undefined) return {}
  const fail = () => new UsageError('MAGENTO_HEADERS is not a JSON object of texts: write {"X-Name": "value"}')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw fail()
  }
  if (!isObject(value)) throw fail()
  if (!Object.values(value).every((entry) => typeof entry === 'string')) throw fail()
  if (Object.keys(value).some((name) => name.toLowerCase() === 'authorization'))
    throw new UsageError(
      'MAGENTO_HEADERS sets Authorization, which is the customer’s: give basic authentication as MAGENTO_BASIC_AUTH=user:password',
    )
  for (const [name, text] of Object.entries(value as Record<string, string>)) checkHeader(name, text)
  return value as Record<string, string>
}

/** @throws UsageError for an invalid header, without quoting its value */
function checkHeader(name: string, value: string): void {
  try {
    validateHeaderName(name)
    validateHeaderValue(name, value)
  } catch {
    throw new UsageError(
      `MAGENTO_HEADERS names a header "${name}" that cannot be sent: a name has letters, digits and -, a value no line breaks and no characters beyond Latin-1`,
    )
  }
}

/**
 * Checks a secret that is sent as the value of a header. Often a line break was copied with it, or a typographic sign.
 * @throws UsageError without quoting it
 */
export function checkSent(settings: Settings, name: SettingName): void {
  const value = settings.get(name)
  if (value === undefined || /^[\x21-\x7e]+$/.test(value)) return
  const kind = /\s/.test(value) ? 'a space or a line break' : 'a character that no header may hold'
  throw new UsageError(
    `${name} contains ${kind}, so that it cannot be sent: copy the value again, without anything around it`,
  )
}

/** Registers credentials as secrets: user name with password as they are sent, and the password alone. */
export function learnCredentials(credentials: string | undefined, redactor: Redactor): void {
  const password = credentials?.replace(/^[^:]*:/, '')
  if (credentials === undefined || !password) return
  redactor.learn(credentials)
  redactor.learn(password)
}
