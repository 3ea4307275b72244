import type { Exchange } from './exchange.ts'

const login = /\/integration\/customer\/token\/?$/
/** So often right logins are answered between those that get 429. */
const inTurns = 3

/** Whether a request is a login of a customer. @param url with or without host and query */
export const isLogin = (method: string, url: string): boolean =>
  method === 'POST' && login.test(url.replace(/\?.*$/, ''))

/**
 * The logins whose 429 says nothing about the shop: a limit on requests, in front of it or its own. Where right logins
 * are answered in turns with it and no login of the run is refused with 401, it is what the shop makes of wrong logins,
 * and is judged.
 */
export function limited(exchanges: readonly Exchange[]): Exchange[] {
  const logins = inOrder(exchanges.filter(({ data }) => isLogin(data.request.method, data.request.url)))
  const turns = logins.filter((one, index, all) => one.status === 200 && all[index - 1]?.status === 429)
  const refusesSo = turns.length >= inTurns && !logins.some(({ status }) => status === 401)
  return refusesSo ? [] : logins.filter(({ status }) => status === 429)
}

const inOrder = (exchanges: readonly Exchange[]) =>
  [...exchanges].sort((one, other) => Date.parse(one.data.startedAt) - Date.parse(other.data.startedAt))
