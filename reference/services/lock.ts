import type { Customer } from '../store.ts'
import type { Shop } from '../types.ts'

/** Counts wrong passwords per customer, which lock the account temporarily. */
export function lockServices(shop: Shop) {
  return {
    isLocked: (customer: Customer) => (customer.lockExpires ?? 0) > shop.clock.now(),

    /** Failures accumulate until a lock has expired. */
    countWrongPassword(customer: Customer): void {
      const most = shop.settings.integer('customer/password/lockout_failures')
      const minutes = shop.settings.integer('customer/password/lockout_threshold')
      if (most <= 0 || minutes <= 0) return
      const over = customer.lockExpires !== undefined && customer.lockExpires <= shop.clock.now()
      customer.failures = over ? 1 : customer.failures + 1
      if (over) customer.lockExpires = undefined
      if (customer.failures >= most) customer.lockExpires = shop.clock.now() + minutes * 60_000
    },

    unlock(customer: Customer): void {
      customer.failures = 0
      customer.lockExpires = undefined
    },
  }
}

declare module '../types.ts' {
  interface Services extends ReturnType<typeof lockServices> {}
}
