import { getProxyForUrl } from 'proxy-from-env'
import { isLoopback } from './hosts.ts'
import { UsageError } from './settings.ts'

/**
 * Returns the proxy for a URL according to HTTPS_PROXY, HTTP_PROXY and NO_PROXY; never one for this machine itself.
 * @throws UsageError for an unsupported proxy, without quoting its password
 */
export function proxyFor(url: string): URL | undefined {
  if (isLoopback(new URL(url).hostname)) return undefined
  const text = getProxyForUrl(url)
  if (!text) return undefined
  const proxy = URL.canParse(text) ? new URL(text) : undefined
  if (proxy && /^https?:$/.test(proxy.protocol)) return proxy
  const name = url.startsWith('https:') ? 'HTTPS_PROXY' : 'HTTP_PROXY'
  throw new UsageError(`${name} is not an http or https URL, such as http://proxy.example.com:3128`)
}
