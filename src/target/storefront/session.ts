import type { Exchange } from '../../recording/exchange.ts'

/** Returns the last session cookie that a response sets: the session id, and the attributes, such as `; HttpOnly`. */
export function sessionCookie(answer: Exchange): { id: string; attributes: string } | undefined {
  const found = answer.headers('set-cookie').findLast((cookie) => cookie.startsWith('PHPSESSID='))
  const [, id = '', attributes = ''] = /^PHPSESSID=([^;]*)(.*)$/.exec(found ?? '') ?? []
  return id ? { id, attributes } : undefined
}
