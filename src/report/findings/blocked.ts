import type { Judged } from './finding.ts'

/** True if an earlier response prevented the requirement from being tested. */
export const isBlocked = ({ verdict }: Judged) => verdict === 'blocked'

/** Returns the reason without the name of the exchange: `answered 401 without a token`. */
export const reasonOf = ({ why = '' }: Judged): string => why.replace(/^"[^"]*" /, '')
