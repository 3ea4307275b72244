import type { Exchange } from './exchange.ts'

const login = /\/integration\/customer\/token\/?$/
const passwordChange = /\/customers\/me\/password\/?$/
/** Minimum number of successful logins directly after a 429. */
const inTurns = 3
/** Minimum failed logins before a name may be locked. */
const leastFailures = 3

/** True if a request is a login of a customer. @param url with or without host and query */
export const isLogin = (method: string, url: string): boolean =>
  method === 'POST' && login.test(url.replace(/\?.*$/, ''))

/**
 * Returns the logins whose 429 comes from a rate limit and says nothing about the shop. The result is empty if 429 is
 * the shop's own refusal, which is judged. There are two signs: successful logins alternate with 429 and no login is
 * refused with 401 (wrong logins); or only names that failed often get 429 as an API error (locked names).
 */
export function limited(exchanges: readonly Exchange[]): Exchange[] {
  const logins = inOrder(exchanges.filter(({ data }) => isLogin(data.request.method, data.request.url)))
  const turns = logins.filter((one, index, all) => one.status === 200 && all[index - 1]?.status === 429)
  const refusesSo = turns.length >= inTurns && !logins.some(({ status }) => status === 401)
  return refusesSo || locksNames(exchanges) ? [] : logins.filter(({ status }) => status === 429)
}

/** True if each 429 is for a name after its failures, while other names get normal responses. */
function locksNames(exchanges: readonly Exchange[]): boolean {
  const failures = new Map<string, number>()
  const locked = new Set<string>()
  let others = 0
  for (const one of inOrder(exchanges)) {
    const { scenario, request, retries } = one.data
    const isOfLogin = isLogin(request.method, request.url)
    if (!isOfLogin && !passwordChange.test(new URL(request.url).pathname)) continue
    const name = isOfLogin ? nameIn(one) : scenario
    if (one.status === 401) failures.set(name, (failures.get(name) ?? 0) + 1)
    if (!isOfLogin) continue
    if (one.status === 429) {
      const failed = Math.max(failures.get(name) ?? 0, failures.get(scenario) ?? 0)
      if (failed < leastFailures || !one.at('/message').exists) return false
      locked.add(name)
    } else if (locked.size > 0 && !locked.has(name)) {
      if (retries) return false
      others++
    }
  }
  return others >= inTurns
}

/** Returns the name in a login, from JSON or XML, in lower case. */
function nameIn(login: Exchange): string {
  const { value } = login.sent('/username')
  const inXml = /<username>([^<]*)</.exec(login.data.request.body?.toString('utf8') ?? '')?.[1]
  return String(value ?? inXml ?? '').toLowerCase()
}

const inOrder = (exchanges: readonly Exchange[]) =>
  [...exchanges].sort((one, other) => Date.parse(one.data.startedAt) - Date.parse(other.data.startedAt))
