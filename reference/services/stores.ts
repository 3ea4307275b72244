import { missing } from '../errors.ts'
import type { StoreView, Website } from '../store.ts'
import type { Shop } from '../types.ts'

export function storeServices(shop: Shop) {
  return {
    accountsAreShared: () => shop.settings.get('customer/account_share/scope') === '0',

    defaultStore(): StoreView {
      const [website] = shop.store.websites
      return shop.services.storeById(website?.defaultStoreId ?? 1)
    },

    /** @throws Refusal 404 */
    storeById(storeId: number): StoreView {
      const store = shop.store.stores.find(({ id }) => id === storeId)
      if (!store) throw missing("The store that was requested wasn't found. Verify the store and try again.")
      return store
    },

    /** @throws Refusal 404, with the id inserted in the message */
    websiteById(websiteId: number): Website {
      const website = shop.store.websites.find(({ id }) => id === websiteId)
      if (website) return website
      throw missing(
        `The website with id ${websiteId} that was requested wasn't found. Verify the website and try again.`,
      )
    },

    /** Returns the website for a lookup by e-mail without a website. For `/rest/all` there is none before 2.4.1. */
    currentWebsite(store: StoreView): number {
      if (store.id === 0 && shop.rules.adminStoreFallsBack) return shop.services.defaultStore().websiteId
      return store.websiteId
    },
  }
}

declare module '../types.ts' {
  interface Services extends ReturnType<typeof storeServices> {}
}
