import type { User } from '../store.ts'
import type { Shop } from '../types.ts'

/** Counts failed logins per user name, existing or not, and blocks it after too many. */
export function throttleServices(shop: Shop) {
  const keyOf = (username: string, type: User['type']) => `${type}:${username.trimEnd().toLowerCase()}`

  return {
    isThrottled(username: string, type: User['type']): boolean {
      const most = shop.settings.integer('oauth/authentication_lock/max_failures_count')
      const failures = shop.store.loginFailures.get(keyOf(username, type))
      if (!failures || failures.count < most) return false
      // Before 2.4.4 only a cron job ends the block, and no cron runs here.
      return !shop.rules.throttleEndsByItself || failures.expiresAt > shop.clock.now()
    },

    countFailedLogin(username: string, type: User['type']): void {
      const key = keyOf(username, type)
      const known = shop.store.loginFailures.get(key)
      const timeout = shop.settings.integer('oauth/authentication_lock/timeout') * 1000
      // Expired counts are only removed by cron, so without it one more failure blocks the name again.
      const count = (known?.count ?? 0) + 1
      shop.store.loginFailures.set(key, { count, expiresAt: shop.clock.now() + timeout })
    },

    resetFailedLogins(username: string, type: User['type']): void {
      shop.store.loginFailures.delete(keyOf(username, type))
    },
  }
}

declare module '../types.ts' {
  interface Services extends ReturnType<typeof throttleServices> {}
}
