import { operation, service, together } from '../../faults/change.ts'
import type { Body } from '../../faults/changes/registrations.ts'
import { insteadOfRefusing } from '../../faults/changes/updates.ts'
import { faults } from '../../faults/fault.ts'
import { type Change, type Customer, Refusal } from '../../reference/index.ts'

/** Changes the customer after one of its addresses was deleted. */
const deletingAddress = (then: (customer: Customer) => void): Change =>
  operation('address.delete', (call, inner, shop) => {
    const owner = shop.store.addressOwners.get(Number(call.arguments.addressId))
    const answer = inner(call)
    const customer = owner === undefined ? undefined : shop.store.customers.get(owner)
    if (customer) then(customer)
    return answer
  })

export const administrationDeleteFaults = faults([
  {
    id: 'deleted-address-stays',
    does: 'deleting an address returns true but does not delete it',
    breaks: ['ADMIN-32'],
    change: operation('address.delete', () => true),
  },
  {
    id: 'deleted-address-stays-the-default',
    does: 'a customer still names an address that was deleted as the default',
    breaks: ['ADMIN-45'],
    change: operation('address.delete', async (call, remove, shop) => {
      const owner = shop.store.customers.get(shop.store.addressOwners.get(Number(call.params.addressId)) ?? 0)
      const { default_billing, default_shipping } = { ...owner }
      const answer = await remove(call)
      Object.assign(owner ?? {}, { default_billing, default_shipping })
      return answer
    }),
  },
  {
    id: 'token-outlives-the-customer',
    does: 'a token of a deleted customer opens the account that registers with the e-mail again',
    breaks: ['ADMIN-46'],
    change: (shop) => {
      const deleted = new Map<number, string>()
      together(
        operation('customer.delete', (call, remove) => {
          const customer = shop.store.customers.get(Number(call.params.customerId))
          if (customer) deleted.set(customer.id, customer.email)
          return remove(call)
        }),
        service('currentUser', (current) => (call) => {
          const claims = shop.services.verifyToken(/^Bearer (.*)$/.exec(call.headers.authorization ?? '')?.[1] ?? '')
          const email = claims && deleted.get(claims.uid)
          const successor = email && shop.services.findCustomer(email, 1)
          return successor ? { type: 'customer', id: successor.id } : current(call)
        }),
      )(shop)
    },
  },
  {
    id: 'next-address-is-the-default',
    does: 'after the default address is deleted, another address becomes the default',
    breaks: ['ADMIN-45'],
    change: deletingAddress((customer) => {
      const [next] = customer.addresses
      if (next) Object.assign(customer, { default_billing: String(next.id), default_shipping: String(next.id) })
    }),
  },
  {
    id: 'all-addresses-deleted',
    does: 'deleting one address deletes all addresses of the customer',
    breaks: ['ADMIN-51'],
    change: deletingAddress((customer) => {
      customer.addresses = []
    }),
  },
  {
    id: 'deleted-customer-found',
    does: 'a search still finds a deleted customer',
    breaks: ['ADMIN-52'],
    change: (shop) => {
      const deleted = new Map<string, unknown>()
      together(
        operation('customer.delete', async (call, inner) => {
          const customer = (await shop.operations['customer.read']?.(call)) as Body
          deleted.set(String(customer.email).toLowerCase(), customer)
          return inner(call)
        }),
        operation('customer.create', (call, inner) => {
          deleted.delete(String((call.arguments.customer as Body).email).toLowerCase())
          return inner(call)
        }),
        operation('customer.search', async (call, inner) => {
          const found = (await inner(call)) as Body
          const value = /\[value\]=([^&]*)/.exec(call.url)?.[1] ?? ''
          const old = deleted.get(decodeURIComponent(value).toLowerCase())
          return old ? { ...found, items: [old], total_count: 1 } : found
        }),
      )(shop)
    },
  },
  {
    id: 'deleting-answers-customer',
    does: 'deleting a customer returns the customer instead of true',
    breaks: ['ADMIN-33'],
    change: operation('customer.delete', async (call, inner, shop) => {
      const customer = await shop.operations['customer.read']?.(call)
      await inner(call)
      return customer
    }),
  },
  {
    id: 'deleting-twice',
    does: 'deleting an already deleted customer returns true',
    breaks: ['ADMIN-34'],
    change: insteadOfRefusing('customer.delete', 404, true),
  },
  {
    id: 'deleted-customer-readable',
    does: 'a deleted customer can still be read by id',
    breaks: ['ADMIN-34'],
    change: (shop) => {
      const deleted = new Map<number, unknown>()
      together(
        operation('customer.delete', async (call, inner) => {
          const customer = await shop.operations['customer.read']?.(call)
          deleted.set(Number(call.params.customerId), customer)
          return inner(call)
        }),
        operation('customer.read', (call, inner) => deleted.get(Number(call.params.customerId)) ?? inner(call)),
      )(shop)
    },
  },
  {
    id: 'deleted-email-stays-taken',
    does: 'the e-mail of a deleted customer cannot be registered again',
    breaks: ['ADMIN-36'],
    change: (shop) => {
      const deleted = new Set<string>()
      together(
        operation('customer.delete', (call, inner) => {
          deleted.add(shop.store.customers.get(Number(call.params.customerId))?.email ?? '')
          return inner(call)
        }),
        service('checkEmailIsFree', (check) => (email, website, own) => {
          if (deleted.has(email)) throw new Refusal(400, 'A customer with the same email address already exists.')
          check(email, website, own)
        }),
      )(shop)
    },
  },
  {
    id: 'deleted-id-used-again',
    does: 'a registration with the e-mail of a deleted customer gets the old id',
    breaks: ['WHOLE-07', 'ADMIN-36'],
    change: (shop) => {
      const deleted = new Map<string, number>()
      together(
        operation('customer.delete', (call, inner) => {
          const customer = shop.store.customers.get(Number(call.params.customerId))
          if (customer) deleted.set(customer.email, customer.id)
          return inner(call)
        }),
        operation('customer.create', (call, inner) => {
          const { store } = shop
          const { lastCustomerId } = store
          const old = deleted.get(String((call.arguments.customer as Body).email))
          if (old === undefined) return inner(call)
          store.lastCustomerId = old - 1
          const customer = inner(call)
          store.lastCustomerId = lastCustomerId
          return customer
        }),
      )(shop)
    },
  },
])
