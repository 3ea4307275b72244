import type { Judged } from './finding.ts'

/** Whether a requirement is blocked by an answer. */
export const isBlocked = ({ verdict }: Judged) => verdict === 'blocked'

/** Why it was not asked, without the name of the exchange: `answered 401 without a token`. */
export const reasonOf = ({ why = '' }: Judged): string => why.replace(/^"[^"]*" /, '')
