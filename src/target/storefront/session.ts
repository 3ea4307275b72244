import type { Exchange } from '../../recording/exchange.ts'

/** The newest session cookie that an answer sets: the session's id, and what follows it, such as `; HttpOnly`. */
export function sessionCookie(answer: Exchange): { id: string; attributes: string } | undefined {
  const found = answer.headers('set-cookie').findLast((cookie) => cookie.startsWith('PHPSESSID='))
  const [, id = '', attributes = ''] = /^PHPSESSID=([^;]*)(.*)$/.exec(found ?? '') ?? []
  return id ? { id, attributes } : undefined
}
