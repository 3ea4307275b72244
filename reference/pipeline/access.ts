import { forbidden } from '../errors.ts'
import type { Access, Call, Route, Shop } from '../types.ts'

/** The permission a route asks for in this release. */
export function accessOf(shop: Shop, route: Route): Access {
  return typeof route.access === 'function' ? route.access(shop.rules) : route.access
}

/**
 * Lets a call through to a route, or refuses it; no or a dead token is as good as none.
 * @throws Refusal 401 naming the permission that is missing
 */
export function checkAccess(shop: Shop, call: Call, route: Route): void {
  const access = accessOf(shop, route)
  if (access === 'anonymous') return
  call.user ??= shop.services.signedUser(call)
  // Without a usable token Magento looks for a logged-in session, which starts one.
  if (!call.user) call.session = true
  if (!shop.services.authorize(call, access)) throw forbidden(access)
}
