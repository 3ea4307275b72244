import type { CustomerInput } from '../reference/operations/input.ts'
import { rule, service, together } from './change.ts'
import { faults } from './fault.ts'
import { type Body, refuse, without } from './registrations.ts'
import { reading } from './requests.ts'
import { aroundUpdate, owner, updating } from './updates.ts'

const isUpdate = ({ method, url }: { method: string; url: string }) => method === 'PUT' && url.includes('/customers/me')

/** Stores what a customer sent of these fields, though the release does not let it. */
const honouring = (...fields: ('group_id' | 'website_id' | 'store_id')[]) =>
  aroundUpdate(async (customer, stored, save, _, shop) => {
    const chosen = Object.fromEntries(fields.flatMap((field) => (customer[field] ? [[field, customer[field]]] : [])))
    await save()
    return shop.services.customerView(Object.assign(stored, chosen))
  })

export const profileReachFaults = faults([
  {
    id: 'sent-id-refused',
    does: 'an update that holds another id is refused',
    breaks: [],
    change: updating((customer, call) => {
      if (customer.id && customer.id !== call.user?.id) refuse(400, 'The id does not match.')
    }),
  },
  {
    id: 'sent-id-decides',
    does: 'an update changes the account whose id it holds',
    breaks: [],
    change: updating((customer, call, shop) => {
      const { id, firstname } = customer as CustomerInput
      const other = shop.store.customers.get(id ?? 0)
      if (!other || other.id === call.user?.id) return
      other.firstname = firstname ?? other.firstname
      call.user = { type: 'customer', id: other.id }
      return { ...customer, email: other.email }
    }),
  },
  {
    id: 'query-customer-changed',
    does: 'the customer named in the query gets the names of an update',
    breaks: [],
    change: aroundUpdate((customer, _, save, { query }, shop) => {
      const other = shop.store.customers.get(Number(query.customerId))
      if (other) other.lastname = `${customer.lastname}-${customer.firstname}`
      return save()
    }),
  },
  {
    id: 'query-customer-shown',
    does: 'an update copies the customer named in the query into the own account',
    breaks: [],
    origin: '2.4.1',
    change: rule('queryCustomerMerges', true),
  },
  {
    id: 'foreign-address-moves',
    does: 'an update takes the address of another customer',
    breaks: [],
    origin: '2.4.1',
    change: rule('foreignAddress', 'moved'),
  },
  {
    id: 'foreign-address-copied',
    does: 'an update that holds the address of another customer makes an own one of it',
    breaks: [],
    change: updating((customer, call, shop) => {
      const { addresses } = customer as { addresses?: Body[] }
      const isOwn = ({ id }: Body) => !id || shop.store.addressOwners.get(Number(id)) === call.user?.id
      const kept = addresses?.map((address) =>
        isOwn(address) || !shop.store.addressOwners.has(Number(address.id)) ? address : without(address, 'id'),
      )
      return kept && { ...customer, addresses: kept }
    }),
  },
  {
    id: 'foreign-address-refused-too-late',
    does: 'an update that holds the address of another customer is refused after writing it',
    breaks: [],
    change: updating((customer, call, shop) => {
      for (const { id, firstname } of (customer.addresses ?? []) as Body[]) {
        const other = shop.store.customers.get(shop.store.addressOwners.get(Number(id)) ?? 0)
        const address = other?.addresses.find((candidate) => candidate.id === id)
        if (address && other?.id !== call.user?.id) address.firstname = firstname
      }
    }),
  },
  {
    id: 'foreign-address-text-of-2.4.7',
    does: 'the refusal of the address of another customer in 2.4.8 reads as before',
    breaks: [],
    origin: '2.4.7-p6',
    change: rule('foreignAddress', 'refused'),
  },
  {
    id: 'foreign-address-refused-early',
    does: 'an update that holds the address of another customer is refused in 2.4.1',
    breaks: [],
    release: '2.4.1',
    origin: '2.4.1-p1',
    change: rule('foreignAddress', 'refused'),
  },
  {
    id: 'unknown-address-added',
    does: 'an address id that does not exist makes a new address',
    breaks: [],
    change: updating((customer, _, shop) => {
      const { addresses } = customer as { addresses?: Body[] }
      const known = (address: Body) => shop.store.addressOwners.has(Number(address.id))
      return addresses && { ...customer, addresses: addresses.map((one) => (known(one) ? one : without(one, 'id'))) }
    }),
  },
  {
    id: 'group-of-own-choice',
    does: 'a customer chooses the own group',
    breaks: [],
    origin: '2.4.1',
    change: honouring('group_id'),
  },
  {
    id: 'group-in-camel-case-chosen',
    does: 'a customer chooses the own group when the key is written in camelCase',
    breaks: [],
    origin: '2.3.1',
    change: (shop) => {
      let chosen: unknown
      together(
        reading(({ customer }, request) => {
          chosen = isUpdate(request) ? (customer as Body | undefined)?.groupId : undefined
          return undefined
        }),
        aroundUpdate(async (_, stored, save) => {
          await save()
          if (typeof chosen === 'number') stored.group_id = chosen
          return shop.services.customerView(stored)
        }),
      )(shop)
    },
  },
  {
    id: 'group-kept-early',
    does: 'a customer cannot choose the own group in 2.4.1',
    breaks: [],
    release: '2.4.1',
    origin: '2.4.1-p1',
    change: updating((customer) => without(customer, 'group_id')),
  },
  {
    id: 'website-of-own-choice',
    does: 'a customer moves to another website',
    breaks: [],
    origin: '2.4.1',
    change: together(honouring('website_id'), service('customerMayUseStore', () => () => true)),
  },
  {
    id: 'store-of-own-choice',
    does: 'a customer moves to another store view',
    breaks: [],
    origin: '2.4.1',
    change: honouring('store_id'),
  },
  {
    id: 'creation-time-overwritten',
    does: 'a customer changes when the account was made',
    breaks: [],
    origin: '2.4.6-p11',
    change: rule('createdAtIsKept', false),
  },
  {
    id: 'creation-time-kept-early',
    does: 'a customer cannot change when the account was made in 2.4.6',
    breaks: [],
    release: '2.4.6-p11',
    origin: '2.4.7',
    change: rule('createdAtIsKept', true),
  },
  {
    id: 'addresses-merged',
    does: 'addresses that an update leaves out stay',
    breaks: [],
    change: updating((customer, call, shop) => {
      const { addresses } = customer as { addresses?: Body[] }
      const sent = new Set(addresses?.map(({ id }) => id))
      const others = owner(call, shop).addresses.filter(({ id }) => !sent.has(id))
      return addresses && { ...customer, addresses: [...addresses, ...others] }
    }),
  },
  {
    id: 'new-addresses-dropped',
    does: 'addresses that an update adds are dropped',
    breaks: [],
    change: updating((customer) => {
      const { addresses } = customer as { addresses?: Body[] }
      return addresses && { ...customer, addresses: addresses.filter(({ id }) => id) }
    }),
  },
  {
    id: 'empty-list-is-nothing',
    does: 'an empty list of addresses is taken for none sent',
    breaks: [],
    change: updating((customer) =>
      (customer.addresses as Body[] | undefined)?.length === 0 ? without(customer, 'addresses') : undefined,
    ),
  },
  {
    id: 'default-alone-honoured',
    does: 'a default address named without sending addresses is set',
    breaks: [],
    origin: '2.3.0',
    change: rule('defaultsNeedAddresses', false),
  },
  {
    id: 'defaults-unchecked',
    does: 'a default address that is none of the customer’s is stored',
    breaks: [],
    origin: '2.4.7-p6',
    change: rule('defaultAddressCheck', 'none'),
  },
  {
    id: 'defaults-checked-against-sent',
    does: 'a default address is looked for among the addresses sent, not among those stored',
    breaks: [],
    origin: '2.4.7-p3',
    change: rule('defaultAddressCheck', 'submitted'),
  },
  {
    id: 'defaults-checked-early',
    does: 'a default address that is none of the customer’s is refused in 2.4.4-p7',
    breaks: [],
    release: '2.4.4-p7',
    origin: '2.4.4-p12',
    change: rule('defaultAddressCheck', 'stored'),
  },
  {
    id: 'unknown-country-dropped-on-update',
    does: 'an address in a country that does not exist is dropped from an update, as when registering',
    breaks: [],
    change: updating((customer, _, shop) => {
      const { addresses } = customer as { addresses?: Body[] }
      const allowed = addresses?.filter(({ country_id }) => shop.services.countryIsAllowed(country_id))
      return allowed && { ...customer, addresses: allowed }
    }),
  },
])
