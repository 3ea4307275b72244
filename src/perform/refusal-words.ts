import type { Exchange } from '../recording/exchange.ts'

/** What a refusal says, with its status. */
export const said = (refusal: Exchange): string => `${refusal.status} "${String(refusal.at('/message').value ?? '')}"`

/** Names in quotes, in one line. */
export const listed = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ')
