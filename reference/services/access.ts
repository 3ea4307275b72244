import type { User } from '../store.ts'
import type { Access, Call, Shop } from '../types.ts'

export function accessServices(shop: Shop) {
  return {
    /** Whom the call's bearer token stands for, or its session where that counts. */
    currentUser: (call: Call): User | undefined => shop.services.bearer(call) ?? shop.services.sessionUser(call),

    /** Any other or unusable header is as good as none. */
    bearer(call: Call): User | undefined {
      const parts = (call.headers.authorization ?? '').split(' ')
      const [scheme = '', token = ''] = parts
      if (parts.length !== 2 || scheme.toLowerCase() !== 'bearer') return undefined
      return shop.services.readToken(token)
    },

    /** Whether the caller may use a resource; `self` is every customer's, and an unrestricted admin's too. */
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

    /** Whether a customer's account counts on a store view: on its own website's, or on all when shared. */
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
