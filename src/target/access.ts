import type { Redactor } from '../recording/redact.ts'
import { type Access, learnCredentials, userOf } from './access-settings.ts'
import { type ClientOptions, createClient } from './client/client.ts'
import type { Ask } from './client/request.ts'
import { checkHost } from './hosts.ts'
import { proxyFor } from './proxy.ts'
import { findWay, type Way } from './reach.ts'
import { recaptchaHeader } from './recaptcha.ts'

/**
 * Opens access to a shop that the suite may test; nothing is sent to any other host.
 * @param given the setting, option or operand that its URL comes from
 * @param say prints what was corrected
 * @param pages true if only storefront pages are requested there, and not the API
 * @throws UsageError for a host that may be a live shop, TargetError if access is refused
 */
export async function openAccess(
  baseUrl: string,
  given: string,
  { allowedHosts, headers, credentials, tls, recaptcha }: Access,
  options: Pick<ClientOptions, 'store' | 'concurrency' | 'timeout'>,
  redactor: Redactor,
  say: (text: string) => void,
  pages = false,
): Promise<Way> {
  checkHost(baseUrl, allowedHosts, given)
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
    pages,
    given,
  })
}
