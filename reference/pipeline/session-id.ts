import { randomBytes } from 'node:crypto'
import type { Call } from '../types.ts'

/** The id of the session that the request's cookie names. */
export const namedSession = (call: Call): string | undefined => cookieOf(call, 'PHPSESSID')

/** The value of a cookie that the request carries, as far as it is letters and digits. */
export const cookieOf = ({ headers }: Call, name: string): string | undefined =>
  new RegExp(`(?:^|; ?)${name}=(\\w+)`).exec(headers.cookie ?? '')?.[1]

/** The id of a session that nobody has yet. */
export const newSessionId = (): string => randomBytes(13).toString('hex')
