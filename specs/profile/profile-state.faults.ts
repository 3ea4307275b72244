import { operation } from '../../faults/change.ts'
import { aroundUpdate } from '../../faults/changes/updates.ts'
import { faults } from '../../faults/fault.ts'

const defaults = ['default_billing', 'default_shipping'] as const

export const profileStateFaults = faults([
  {
    id: 'update-shows-the-state-before',
    does: 'the response to an update shows the profile as it was before the update',
    breaks: [
      'WHOLE-08',
      'REVOKE-13',
      'BIND-27',
      'PROFILE-03',
      'PROFILE-17',
      'PROFILE-54',
      'PROFILE-29',
      'PROFILE-30',
      'PROFILE-51',
      'PROFILE-36',
      'PROFILE-37',
      'PROFILE-53',
      'PROFILE-45',
      'PROFILE-46',
      'STORE-34',
    ],
    change: aroundUpdate((_sent, stored, save, _call, shop) => {
      const before = structuredClone(shop.services.customerView(stored))
      save()
      return before
    }),
  },
  {
    id: 'profile-one-read-behind',
    does: 'a cache answers for the profile: the first read after an update shows the old values',
    breaks: [
      'REVOKE-13',
      'CHANGE-19',
      'PROFILE-03',
      'PROFILE-07',
      'PROFILE-08',
      'PROFILE-51',
      'PROFILE-36',
      'PROFILE-53',
      'PROFILE-45',
      'PROFILE-46',
      'PROFILE-47',
      'PROFILE-49',
    ],
    change: (shop) => {
      const shown = new Map<unknown, unknown>()
      operation('customer.me', async (call, inner) => {
        const now = structuredClone(await inner(call))
        const before = shown.get(call.user?.id) ?? now
        shown.set(call.user?.id, now)
        return before
      })(shop)
    },
  },
  {
    id: 'updated-addresses-with-new-ids',
    does: 'an address that is updated gets a new id',
    breaks: ['PROFILE-02', 'PROFILE-04', 'PROFILE-29', 'PROFILE-46', 'PROFILE-52'],
    change: aroundUpdate((sent, stored, save, _call, shop) => {
      save()
      for (const address of Array.isArray(sent.addresses) ? stored.addresses : []) {
        const id = ++shop.store.lastAddressId
        for (const field of defaults) if (stored[field] === String(address.id)) stored[field] = String(id)
        shop.store.addressOwners.delete(address.id)
        shop.store.addressOwners.set(id, stored.id)
        address.id = id
      }
      return shop.services.customerView(stored)
    }),
  },
  {
    id: 'update-clears-the-default-addresses',
    does: 'an update without addresses keeps the addresses, but clears the default addresses',
    breaks: ['PROFILE-04', 'PROFILE-31'],
    origin: 'magento/magento2#7380',
    change: aroundUpdate((sent, stored, save, _call, shop) => {
      save()
      if (!sent.addresses) for (const field of defaults) stored[field] = undefined
      return shop.services.customerView(stored)
    }),
  },
])
