import type { User } from '../store.ts'
import type { Access, Call, Shop } from '../types.ts'

export function accessServices(shop: Shop) {
  return {
    /** Returns the user of the call's bearer token, or of its session where that is allowed. */
    currentUser: (call: Call): User | undefined => shop.services.bearer(call) ?? shop.services.sessionUser(call),

    /** Any other or invalid header counts as none. */
    bearer(call: Call): User | undefined {
      const parts = (call.headers.authorization ?? '').split(' ')
      const [scheme = '', token = ''] = parts
      if (parts.length !== 2 || scheme.toLowerCase() !== 'bearer') return undefined
      return shop.services.readToken(token)
    },

    /** True if the caller may use a resource; `self` is allowed to customers and unrestricted administrators. */
    authorize(call: Call, access: Access): boolean {
      if (access === 'anonymous') return true
      if (!call.user) return false
      if (call.user.type === 'admin') return shop.services.adminMay(call.user.id, access)
      if (call.user.type === 'integration') return shop.services.integrationMay(call.user.id, access)
      return access === 'self' && shop.services.customerMayUseStore(call.user.id, call.store.id)
    },

    adminMay(adminId: number, resource: string): boolean {
      const admin = shop.store.admins.find(({ id }) => id === adminId)
      return admin?.resources === 'all' || (admin?.resources.includes(resource) ?? false)
    },

    /** True if a customer's account is valid in a store view: those of its website, or all if accounts are shared. */
    customerMayUseStore(customerId: number, storeId: number): boolean {
      if (!shop.rules.storeSharing) return true
      const store = shop.store.stores.find(({ id }) => id === storeId)
      const customer = shop.store.customers.get(customerId)
      if (!store || !customer) return false
      return shop.services.accountsAreShared() || store.websiteId === customer.website_id
    },
  }
}

declare module '../types.ts' {
  interface Services extends ReturnType<typeof accessServices> {}
}
