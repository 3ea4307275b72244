import type { Call, Shop } from '../../reference/index.ts'

/** Whether a call's token would be good, had it not expired. */
export function isExpired(shop: Shop, call: Call): boolean {
  const claims = shop.services.verifyToken((call.headers.authorization ?? '').replace('Bearer ', ''))
  return claims !== undefined && shop.services.isTokenExpired(claims)
}
