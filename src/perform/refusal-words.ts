import type { Exchange } from '../recording/exchange.ts'

/** Returns the status and the message of an error response. */
export const said = (refusal: Exchange): string =>
  `${refusal.status} "${String(refusal.at('/message').value ?? '').replace(/\s+/g, ' ')}"`

/** Returns names in quotes, in one line. */
export const listed = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ')

/**
 * True if the message is the shop's own: Magento's has parameters with the resource, field or entity.
 * @param usual how the shop refuses the same request for Magento's reason, if known
 */
export function isInOwnWords(refusal: Exchange, usual?: Exchange): boolean {
  const { exists, value } = refusal.at('/message')
  const isMagentos = refusal.at('/parameters').exists || (usual && usual.at('/message').value === value)
  return exists && value !== '' && refusal.status < 500 && !isMagentos
}
