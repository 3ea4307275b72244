import { operation } from '../../faults/change.ts'
import { aroundUpdate } from '../../faults/changes/updates.ts'
import { faults } from '../../faults/fault.ts'
import { Refusal } from '../../reference/index.ts'

const noSuchCustomer = (id: number) => ({ fieldName: 'customerId', fieldValue: id })

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
  {
    id: 'first-profile-read-not-found',
    does: 'a new account is not found by the first read of its profile, as on a database copy that lags behind',
    breaks: [
      'CREATE-27',
      'OBJECT-03',
      'OBJECT-04',
      'OBJECT-05',
      'TOKEN-12',
      'TOKEN-13',
      'TOKEN-14',
      'TOKEN-37',
      'ACCESS-05',
      'ACCESS-30',
      'ACCESS-41',
      'EXPIRY-01',
      'EXPIRY-23',
      'EXPIRY-24',
      'EXPIRY-27',
      'REVOKE-08',
      'REVOKE-11',
      'LOCK-09',
      'RESET-37',
      'CHANGE-05',
      'RESET-65',
      'PROFILE-01',
      'PROFILE-07',
      'PROFILE-16',
      'PROFILE-18',
      'PROFILE-20',
      'PROFILE-23',
      'PROFILE-25',
      'PROFILE-26',
      'PROFILE-29',
      'PROFILE-30',
      'PROFILE-38',
      'PROFILE-42',
      'PROFILE-43',
      'PROFILE-44',
      'PROFILE-48',
      'PROFILE-50',
      'ADMIN-02',
    ],
    change: (shop) => {
      const seen = new Set<number>()
      operation('customer.me', (call, inner) => {
        const id = call.user?.id ?? 0
        const isNew = shop.store.customers.has(id) && !seen.has(id)
        seen.add(id)
        if (isNew) throw new Refusal(404, 'No such entity with %fieldName = %fieldValue', noSuchCustomer(id))
        return inner(call)
      })(shop)
    },
  },
  {
    id: 'update-keeps-the-last-name',
    does: 'an update does not store a new last name',
    breaks: ['PROFILE-45'],
    change: aroundUpdate((_sent, stored, save, _call, shop) => {
      const { lastname } = stored
      save()
      stored.lastname = lastname
      return shop.services.customerView(stored)
    }),
  },
  {
    id: 'update-shown-but-names-not-stored',
    does: 'an update returns the new names but does not store them',
    breaks: ['PROFILE-03', 'PROFILE-45', 'STORE-34'],
    change: aroundUpdate((_sent, stored, save) => {
      const { firstname, lastname } = stored
      const answer = structuredClone(save())
      Object.assign(stored, { firstname, lastname })
      return answer
    }),
  },
])
