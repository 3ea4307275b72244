import { operation, together } from '../../faults/change.ts'
import type { Body } from '../../faults/changes/registrations.ts'
import { aroundUpdate } from '../../faults/changes/updates.ts'
import { faults } from '../../faults/fault.ts'
import { type Change, databaseTime } from '../../reference/index.ts'

const hour = 3600_000

type Counter = 'lastCustomerId' | 'lastAddressId'

/**
 * Gives the id of a deleted customer to another one, or the ids of its addresses to new addresses.
 * @param after how many registrations later at the earliest
 */
const givingAgain =
  (counter: Counter, after: number): Change =>
  (shop) => {
    const { store } = shop
    const free: { readonly id: number; readonly email: string; readonly from: number }[] = []
    let registrations = 0
    together(
      operation('customer.delete', async (call, remove) => {
        const customer = shop.store.customers.get(Number(call.params.customerId))
        const ids = counter === 'lastCustomerId' ? [customer?.id] : (customer?.addresses ?? []).map(({ id }) => id)
        const answer = await remove(call)
        for (const id of ids) if (customer && id) free.push({ id, email: customer.email, from: registrations + after })
        return answer
      }),
      operation('customer.create', (call, register) => {
        const { email, addresses } = call.arguments.customer as Body
        const [ofCustomer, one] = [counter === 'lastCustomerId', Array.isArray(addresses) && addresses.length === 1]
        registrations++
        const isFit = (given: (typeof free)[number]) =>
          given.from < registrations && (ofCustomer ? given.email !== email : one)
        const again = free.find(isFit)
        if (!again) return register(call)
        const { [counter]: last } = store
        store[counter] = again.id - 1
        try {
          const customer = register(call)
          free.splice(free.indexOf(again), 1)
          return customer
        } finally {
          store[counter] = last
        }
      }),
    )(shop)
  }

export const customersInTimeFaults = faults([
  {
    id: 'customer-id-used-again',
    does: 'the id of a deleted customer is given to a new customer later',
    breaks: ['WHOLE-07'],
    // So much later that no request reads the deleted customer any more.
    change: givingAgain('lastCustomerId', 40),
  },
  {
    id: 'address-id-used-again',
    does: 'the id of a deleted customer’s address is given to a new address',
    breaks: ['WHOLE-07'],
    change: givingAgain('lastAddressId', 0),
  },
  {
    id: 'update-time-frozen',
    does: 'an update leaves `updated_at` at the time of the registration',
    breaks: ['WHOLE-08'],
    change: aroundUpdate((_sent, stored, save, _call, shop) => {
      const { updated_at } = stored
      save()
      Object.assign(stored, { updated_at })
      return shop.services.customerView(stored)
    }),
  },
  {
    id: 'creation-time-of-the-update',
    does: 'an update that comes an hour after the registration sets `created_at` to its time',
    breaks: ['WHOLE-09'],
    change: aroundUpdate((_sent, stored, save, _call, shop) => {
      save()
      const now = shop.clock.now()
      if (now - Date.parse(`${stored.created_at.replace(' ', 'T')}Z`) >= hour) stored.created_at = databaseTime(now)
      return shop.services.customerView(stored)
    }),
  },
])
