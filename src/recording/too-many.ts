import type { Exchange } from './exchange.ts'

const login = /\/integration\/customer\/token\/?$/
/** Minimum number of successful logins directly after a 429. */
const inTurns = 3

/** Whether a request is a login of a customer. @param url with or without host and query */
export const isLogin = (method: string, url: string): boolean =>
  method === 'POST' && login.test(url.replace(/\?.*$/, ''))

/**
 * Returns the logins whose 429 says nothing about the shop, since it comes from a rate limit. If successful logins
 * alternate with 429 and no login is refused with 401, then 429 is how the shop refuses wrong logins, and is judged:
 * the result is empty.
 */
export function limited(exchanges: readonly Exchange[]): Exchange[] {
  const logins = inOrder(exchanges.filter(({ data }) => isLogin(data.request.method, data.request.url)))
  const turns = logins.filter((one, index, all) => one.status === 200 && all[index - 1]?.status === 429)
  const refusesSo = turns.length >= inTurns && !logins.some(({ status }) => status === 401)
  return refusesSo ? [] : logins.filter(({ status }) => status === 429)
}

const inOrder = (exchanges: readonly Exchange[]) =>
  [...exchanges].sort((one, other) => Date.parse(one.data.startedAt) - Date.parse(other.data.startedAt))
