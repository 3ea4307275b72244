import { leadsOn } from './carried.ts'

const mostHops = 5
const mostLinks = 20
const limit = 10_000

/**
 * Returns a function that resolves links through click tracking to their destinations. It sends no cookies or
 * credentials, and never requests a URL with a token or key: it reads such a URL from the redirect only.
 * @param pattern the shop's own pattern of such a URL; empty for a stock shop
 */
export function followTo(pattern: string): (links: readonly string[]) => Promise<readonly string[]> {
  return async (links) => {
    if (links.some((link) => leadsOn(link, pattern))) return links
    const followed = await Promise.all(links.slice(0, mostLinks).map((link) => destination(link, pattern)))
    return [...followed, ...links.slice(mostLinks)]
  }
}

/** Follows redirects to a URL with a token or key and returns it; returns `link` if there is none. */
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
