import { randomBytes } from 'node:crypto'
import type { Call } from '../types.ts'

/** Returns the session id in the request's cookie. */
export const namedSession = (call: Call): string | undefined => cookieOf(call, 'PHPSESSID')

/** Returns a cookie of the request, up to the first character that is no letter, digit or underscore. */
export const cookieOf = ({ headers }: Call, name: string): string | undefined =>
  new RegExp(`(?:^|; ?)${name}=(\\w+)`).exec(headers.cookie ?? '')?.[1]

/** Returns a new session id. */
export const newSessionId = (): string => randomBytes(13).toString('hex')
