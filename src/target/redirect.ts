import type { Exchange } from '../recording/exchange.ts'
import { TargetError } from './target.ts'

/** Where an answer redirects to, if it does. */
function redirectOf(answer: Exchange): URL | undefined {
  const location = answer.header('location')
  const { url } = answer.data.request
  if (answer.status < 300 || answer.status > 399 || !location || !URL.canParse(location, url)) return undefined
  return new URL(location, url)
}

/**
 * The base URL to go on with when http redirects to https of the same host, and to nothing else.
 * @param baseUrl the base URL asked
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
 * @throws TargetError for any redirect: what is secret goes to nobody but the host that was named
 */
export function refuseRedirect(baseUrl: string, answer: Exchange, given: string): void {
  const to = redirectOf(answer)
  if (!to) return
  const asked = new URL(answer.data.request.url)
  // Another host may put whatever it likes behind its name.
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

/** Whether an answer redirects to its own address with a slash behind it, which the shop did: it is judged. */
export function addsSlash(answer: Exchange): boolean {
  const to = redirectOf(answer)
  const asked = new URL(answer.data.request.url)
  return to?.origin === asked.origin && to.pathname === `${asked.pathname}/`
}
