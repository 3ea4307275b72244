import type { Exchange } from '../recording/exchange.ts'
import { TargetError } from './target.ts'

/** Returns the target of a redirect; undefined if the response is none. */
function redirectOf(answer: Exchange): URL | undefined {
  const location = answer.header('location')
  const { url } = answer.data.request
  if (answer.status < 300 || answer.status > 399 || !location || !URL.canParse(location, url)) return undefined
  return new URL(location, url)
}

/**
 * Returns the https base URL if http redirects to https on the same host and path, else undefined.
 * @param baseUrl the requested base URL
 */
export function overHttps(baseUrl: string, answer: Exchange): string | undefined {
  const to = redirectOf(answer)
  const asked = new URL(answer.data.request.url)
  if (!to || asked.protocol !== 'http:' || to.protocol !== 'https:') return undefined
  if (to.hostname !== asked.hostname || to.pathname !== asked.pathname) return undefined
  return `${to.origin}${new URL(baseUrl).pathname}`.replace(/\/+$/, '')
}

/**
 * @param given the setting, option or operand that the base URL comes from
 * @throws TargetError for any redirect, as secrets are sent only to the named host
 */
export function refuseRedirect(baseUrl: string, answer: Exchange, given: string): void {
  const to = redirectOf(answer)
  if (!to) return
  const asked = new URL(answer.data.request.url)
  // The query is omitted: another host may put anything there.
  const where = `${to.origin}${to.pathname}`
  if (to.hostname !== asked.hostname)
    throw new TargetError(
      `${baseUrl} redirects to another host, ${where}. Nothing was sent there.\n` +
        `If that is the shop meant, set ${given} to it; if it is a login page, give what lets this machine in (MAGENTO_HEADERS).`,
    )
  if (to.protocol === 'http:' && asked.protocol === 'https:')
    throw new TargetError(
      `${baseUrl} redirects from https to ${where}, which is not encrypted: the web server or the proxy in front of the shop is set up wrongly.`,
    )
  throw new TargetError(`${baseUrl} redirects to ${where}: set ${given} to that address.`)
}

/** True if the response redirects to its own URL with a slash appended. That comes from the shop and is judged. */
export function addsSlash(answer: Exchange): boolean {
  const to = redirectOf(answer)
  const asked = new URL(answer.data.request.url)
  return to?.origin === asked.origin && to.pathname === `${asked.pathname}/`
}
