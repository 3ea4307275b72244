import { leadsOn } from './carried.ts'

const mostHops = 5
const mostLinks = 20
const limit = 10_000

/**
 * Gives each link by where it leads, for mails whose links lead through a counter of clicks. Asks without cookies or
 * credentials, and never for a page that carries a token or key: what has to be known stands in the address.
 * @param pattern the shop's own pattern of such an address; empty for a stock shop
 */
export function followTo(pattern: string): (links: readonly string[]) => Promise<readonly string[]> {
  return async (links) => {
    if (links.some((link) => leadsOn(link, pattern))) return links
    const followed = await Promise.all(links.slice(0, mostLinks).map((link) => destination(link, pattern)))
    return [...followed, ...links.slice(mostLinks)]
  }
}

/** The address that carries something, or the link itself when none does. */
async function destination(link: string, pattern: string): Promise<string> {
  let url = link
  for (let hop = 0; hop < mostHops; hop++) {
    const next = await redirection(url)
    if (!next) return link
    if (leadsOn(next, pattern)) return next
    url = next
  }
  return link
}

async function redirection(url: string): Promise<string | undefined> {
  for (const method of ['HEAD', 'GET']) {
    const signal = AbortSignal.timeout(limit)
    const answer = await fetch(url, { method, redirect: 'manual', credentials: 'omit', signal }).catch(() => undefined)
    await answer?.body?.cancel()
    const location = answer && answer.status >= 300 && answer.status < 400 && answer.headers.get('location')
    if (location && URL.canParse(location, url)) {
      const next = new URL(location, url)
      return /^https?:$/.test(next.protocol) ? next.href : undefined
    }
    if (answer && ![404, 405, 501].includes(answer.status)) return undefined
  }
  return undefined
}
