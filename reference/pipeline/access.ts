import { forbidden } from '../errors.ts'
import type { Access, Call, Route, Shop } from '../types.ts'

/** Returns the permission that a route requires in this release. */
export function accessOf(shop: Shop, route: Route): Access {
  return typeof route.access === 'function' ? route.access(shop.rules) : route.access
}

/**
 * Checks the caller's access to a route; an invalid token counts as none.
 * @throws Refusal 401 naming the missing permission
 */
export function checkAccess(shop: Shop, call: Call, route: Route): void {
  const access = accessOf(shop, route)
  if (access === 'anonymous') return
  call.user ??= shop.services.signedUser(call)
  // Without a valid token Magento looks for a logged-in session, which starts one.
  if (!call.user) call.session = true
  if (!shop.services.authorize(call, access)) throw forbidden(access)
}
