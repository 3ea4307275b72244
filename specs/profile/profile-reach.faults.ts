import { rule, service, together } from '../../faults/change.ts'
import { type Body, refuse, without } from '../../faults/changes/registrations.ts'
import { jsonOf } from '../../faults/changes/requests.ts'
import { aroundUpdate, updating } from '../../faults/changes/updates.ts'
import { faults } from '../../faults/fault.ts'
import type { CustomerInput } from '../../reference/operations/input.ts'

/** Stores these fields as a customer sent them, although the release ignores them. */
const honouring = (...fields: ('group_id' | 'website_id' | 'store_id')[]) =>
  aroundUpdate(async (customer, stored, save, _, shop) => {
    const chosen = Object.fromEntries(fields.flatMap((field) => (customer[field] ? [[field, customer[field]]] : [])))
    await save()
    return shop.services.customerView(Object.assign(stored, chosen))
  })

export const profileReachFaults = faults([
  {
    id: 'sent-id-refused',
    does: 'an update with the id of another customer is rejected',
    breaks: ['PROFILE-17'],
    change: updating((customer, call) => {
      if (customer.id && customer.id !== call.user?.id) refuse(400, 'The id does not match.')
    }),
  },
  {
    id: 'sent-id-decides',
    does: 'an update changes the account whose id is sent in the body',
    breaks: ['PROFILE-17', 'PROFILE-18'],
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
    does: 'an update changes the customer named in the query string',
    breaks: ['PROFILE-18'],
    change: aroundUpdate((customer, _, save, { query }, shop) => {
      const other = shop.store.customers.get(Number(query.customerId))
      if (other) other.lastname = `${customer.lastname}-${customer.firstname}`
      return save()
    }),
  },
  {
    id: 'query-customer-shown',
    does: 'an update copies the customer named in the query string into the own account',
    breaks: ['PROFILE-28'],
    origin: '2.4.1',
    change: rule('queryCustomerMerges', true),
  },
  {
    id: 'query-customer-answered',
    does: 'an update returns the customer named in the query string',
    breaks: ['PROFILE-28'],
    change: aroundUpdate(async (_, __, save, { query }, shop) => {
      const answer = await save()
      const other = shop.store.customers.get(Number(query.customerId))
      return other ? shop.services.customerView(other) : answer
    }),
  },
  {
    id: 'foreign-address-moves',
    does: 'an update with the id of another customer’s address takes that address over',
    breaks: ['PROFILE-19', 'PROFILE-20'],
    origin: '2.4.1',
    change: rule('foreignAddress', 'moved'),
  },
  {
    id: 'address-given-to-another',
    does: 'an address of an update goes to the customer whose id stands in it',
    breaks: ['PROFILE-54', 'PROFILE-20'],
    change: aroundUpdate((customer, stored, save, _call, shop) => {
      save()
      for (const { customer_id, city } of (customer.addresses ?? []) as Body[]) {
        const other = shop.store.customers.get(Number(customer_id))
        const given = stored.addresses.find((address) => !address.default_billing && address.city === city)
        if (!other || other === stored || !given) continue
        stored.addresses = stored.addresses.filter((address) => address !== given)
        other.addresses.push({ ...given, customer_id: other.id })
      }
      return shop.services.customerView(stored)
    }),
  },
  {
    id: 'foreign-address-copied',
    does: 'an update with the id of another customer’s address creates a copy of it',
    breaks: ['PROFILE-19'],
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
    does: 'an update with the id of another customer’s address is rejected after it was written',
    breaks: ['PROFILE-20'],
    change: updating((customer, call, shop) => {
      for (const { id, firstname } of (customer.addresses ?? []) as Body[]) {
        const other = shop.store.customers.get(shop.store.addressOwners.get(Number(id)) ?? 0)
        const address = other?.addresses.find((candidate) => candidate.id === id)
        if (address && other?.id !== call.user?.id) address.firstname = firstname
      }
    }),
  },
  {
    id: 'foreign-address-refused-in-old-words',
    does: 'the error for another customer’s address has the message of releases before 2.4.8',
    breaks: ['PROFILE-19'],
    origin: '2.4.7-p6',
    change: rule('foreignAddress', 'refused'),
  },
  {
    id: 'foreign-address-refused-early',
    does: 'an update with another customer’s address is rejected in 2.4.1',
    breaks: ['PROFILE-21'],
    release: '2.4.1',
    origin: '2.4.1-p1',
    change: rule('foreignAddress', 'refused'),
  },
  {
    id: 'unknown-address-added',
    does: 'an update with an unknown address id creates a new address',
    breaks: ['PROFILE-22'],
    change: updating((customer, _, shop) => {
      const { addresses } = customer as { addresses?: Body[] }
      const known = (address: Body) => shop.store.addressOwners.has(Number(address.id))
      return addresses && { ...customer, addresses: addresses.map((one) => (known(one) ? one : without(one, 'id'))) }
    }),
  },
  {
    id: 'group-of-own-choice',
    does: 'a customer can change the own customer group',
    breaks: ['PROFILE-23'],
    origin: '2.4.1',
    change: honouring('group_id'),
  },
  {
    id: 'group-in-camel-case-chosen',
    does: 'a customer can change the own customer group with the field `groupId`',
    breaks: ['PROFILE-23'],
    origin: '2.3.1',
    change: aroundUpdate(async (_, stored, save, call, shop) => {
      const { customer } = jsonOf(call) as { customer?: { groupId?: number } }
      await save()
      return shop.services.customerView(Object.assign(stored, { group_id: customer?.groupId ?? stored.group_id }))
    }),
  },
  {
    id: 'group-kept-early',
    does: 'a customer cannot change the own group in 2.4.1',
    breaks: ['PROFILE-24'],
    release: '2.4.1',
    origin: '2.4.1-p1',
    change: updating((customer) => without(customer, 'group_id')),
  },
  {
    id: 'website-of-own-choice',
    does: 'a customer can change the own website',
    breaks: ['ACCESS-25', 'PROFILE-25'],
    origin: '2.4.1',
    change: together(
      honouring('website_id'),
      service('customerMayUseStore', () => () => true),
    ),
  },
  {
    id: 'store-of-own-choice',
    does: 'a customer can change the own store view',
    breaks: ['PROFILE-25'],
    origin: '2.4.1',
    change: honouring('store_id'),
  },
  {
    id: 'creation-time-overwritten',
    does: 'a customer can change `created_at`',
    breaks: ['PROFILE-26'],
    origin: '2.4.6-p11',
    change: rule('createdAtIsKept', false),
  },
  {
    id: 'creation-time-kept-early',
    does: 'a customer cannot change `created_at` in 2.4.6',
    breaks: ['PROFILE-27'],
    release: '2.4.6-p11',
    origin: '2.4.7',
    change: rule('createdAtIsKept', true),
  },
])
