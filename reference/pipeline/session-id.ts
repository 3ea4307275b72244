import { randomBytes } from 'node:crypto'
import type { Call } from '../types.ts'

/** The id of the session that the request's cookie names. */
export const namedSession = ({ headers }: Call): string | undefined => /PHPSESSID=(\w+)/.exec(headers.cookie ?? '')?.[1]

/** The id of a session that nobody has yet. */
export const newSessionId = (): string => randomBytes(13).toString('hex')
