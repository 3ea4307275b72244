import { type ClientOptions, createClient } from '../client/client.ts'
import type { Ask } from '../client/request.ts'
import type { Redactor } from '../recording/redact.ts'
import { certificates } from './certificates.ts'
import { checkHost } from './hosts.ts'
import { basicAuthSetting, headersSetting, userOf } from './parse.ts'
import { proxyFor } from './proxy.ts'
import { findWay, type Way } from './reach.ts'
import { recaptchaHeader } from './recaptcha.ts'
import type { SettingName, Settings } from './settings.ts'

/** What the settings say of the way to the shop. */
export interface Access {
  readonly allowedHosts: string | undefined
  readonly headers: Readonly<Record<string, string>>
  /** `user:password` of basic authentication in front of the shop. */
  readonly credentials: string | undefined
  readonly tls: ReturnType<typeof certificates>
  readonly recaptcha: string | undefined
}

/** Reads them, and remembers what of them is secret. @throws UsageError for what makes no sense */
export function accessSettings(settings: Settings, redactor: Redactor): Access {
  const headers = headersSetting(settings)
  const credentials = basicAuthSetting(settings)
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

/**
 * Opens the way to a shop that may be asked: nothing is sent to any other.
 * @param setting where its URL was given
 * @param say tells the person who runs the suite what was corrected
 * @throws UsageError for a host that may be a live shop, TargetError for one that lets nobody in
 */
export async function openAccess(
  baseUrl: string,
  setting: SettingName,
  { allowedHosts, headers, credentials, tls, recaptcha }: Access,
  options: Pick<ClientOptions, 'store' | 'concurrency' | 'timeout'>,
  redactor: Redactor,
  say: (text: string) => void,
): Promise<Way> {
  checkHost(baseUrl, allowedHosts, setting)
  return findWay(baseUrl, {
    open: (url, carried, askedBefore) => {
      const proxy = proxyFor(url)
      learnCredentials(proxy && userOf(proxy), redactor)
      const connection = { ...(tls ? { tls } : {}), ...(proxy ? { proxy } : {}) }
      const everyHeader = (request: Ask) => ({ ...recaptchaHeader(request, recaptcha), ...carried() })
      return createClient({ ...options, baseUrl: url, headers: everyHeader, connection, askedBefore })
    },
    headers,
    credentials,
    redactor,
    say,
  })
}

/** A user name and a password are secret together, as they are sent, and the password alone. */
function learnCredentials(credentials: string | undefined, redactor: Redactor): void {
  const password = credentials?.replace(/^[^:]*:/, '')
  if (credentials === undefined || !password) return
  redactor.learn(credentials)
  redactor.learn(password)
}
