import type { Call, Shop } from '../../reference/index.ts'

/** True if a request's token is valid except for its expiry. */
export function isExpired(shop: Shop, call: Call): boolean {
  const claims = shop.services.verifyToken((call.headers.authorization ?? '').replace('Bearer ', ''))
  return claims !== undefined && shop.services.isTokenExpired(claims)
}
