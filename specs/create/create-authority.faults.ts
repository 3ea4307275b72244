import { operation, rule } from '../../faults/change.ts'
import {
  answeringRegistration,
  type Body,
  readingRegistration,
  refuse,
  registering,
  without,
} from '../../faults/changes/registrations.ts'
import { faults } from '../../faults/fault.ts'

export const createAuthorityFaults = faults([
  {
    id: 'group-from-anybody',
    does: 'a visitor can set the customer group',
    breaks: ['CREATE-21'],
    origin: '2.4.2',
    change: rule('groupFromGuest', 'honoured'),
  },
  {
    id: 'group-dropped',
    does: 'the customer group in a visitor’s request is ignored without an error',
    breaks: ['CREATE-21'],
    origin: '2.4.5-p10',
    change: rule('groupFromGuest', 'dropped'),
  },
  {
    id: 'group-in-camel-case',
    does: 'the customer group is protected in one spelling only',
    breaks: ['CREATE-21'],
    change: operation('customer.create', (call, inner, shop) => {
      const camel = (call.input.customer as Body).groupId !== undefined
      const { groupFromGuest: guarded } = shop.rules
      shop.rules.groupFromGuest = camel ? 'honoured' : guarded
      try {
        return inner(call)
      } finally {
        shop.rules.groupFromGuest = guarded
      }
    }),
  },
  {
    id: 'group-from-anybody-before-refusal',
    does: 'a visitor can set the customer group in a release that ignores it',
    breaks: ['CREATE-22'],
    release: '2.4.3-p2',
    origin: '2.4.2',
    change: rule('groupFromGuest', 'honoured'),
  },
  {
    id: 'group-refused-early',
    does: 'a visitor’s request with a customer group is rejected in a release that ignores the group',
    breaks: ['CREATE-22'],
    release: '2.3.7-p4',
    change: rule('groupFromGuest', 'refused'),
  },
  {
    id: 'id-takes-account-over',
    does: 'a registration with the id of an existing customer overwrites that customer',
    breaks: ['WHOLE-07', 'CREATE-24', 'CREATE-25'],
    change: operation('customer.create', (call, inner, shop) => {
      const { id, ...input } = call.arguments.customer as Body
      const known = shop.store.customers.get(Number(id))
      if (!known || !input.email) return inner(call)
      shop.store.put(known, String(input.email))
      return shop.services.customerView(known)
    }),
  },
  {
    id: 'id-passed-over',
    does: 'the id in a registration is ignored',
    breaks: ['CREATE-24', 'CREATE-25'],
    change: readingRegistration((customer) => ('id' in customer ? without(customer, 'id') : undefined)),
  },
  {
    id: 'known-id-and-email-answered',
    does: 'a registration with the id and e-mail of an existing customer returns that customer',
    breaks: ['WHOLE-07', 'CREATE-25'],
    change: operation('customer.create', (call, inner, shop) => {
      const { id, email } = call.arguments.customer as Body
      const known = shop.store.customers.get(Number(id))
      return known && known.email === email ? shop.services.customerView(known) : inner(call)
    }),
  },
  {
    id: 'address-taken-over',
    does: 'an address sent with the id of another customer’s address is taken from that customer',
    breaks: ['CREATE-27'],
    change: operation('customer.create', (call, inner, shop) => {
      const { addresses = [] } = call.arguments.customer as { addresses?: Body[] }
      for (const { id } of addresses) {
        const owner = shop.store.customers.get(shop.store.addressOwners.get(Number(id)) ?? 0)
        if (owner) owner.addresses = owner.addresses.filter((address) => address.id !== id)
      }
      return inner(call)
    }),
  },
  {
    id: 'address-id-kept',
    does: 'a new address keeps the id sent in the request',
    breaks: ['WHOLE-07', 'CREATE-26', 'WHOLE-05'],
    change: answeringRegistration((customer, input) => {
      const [sent] = (input.addresses ?? []) as Body[]
      const [made, ...others] = customer.addresses as Body[]
      return sent?.id ? { ...customer, addresses: [{ ...made, id: sent.id }, ...others] } : undefined
    }),
  },
  {
    id: 'confirmation-key-leaks',
    does: 'the response to a registration contains the confirmation key',
    breaks: ['CREATE-28'],
    origin: '2.3.2',
    change: rule('confirmationLeaks', true),
  },
  {
    id: 'confirmation-key-leaks-where-required',
    does: 'the response to a registration contains the confirmation key in a shop that requires confirmation',
    breaks: ['CREATE-28', 'CONFIRM-16'],
    settings: { 'customer/create_account/confirm': '1' },
    origin: '2.3.2',
    change: rule('confirmationLeaks', true),
  },
  {
    id: 'created-in-from-anybody',
    does: 'a visitor can set `created_in`',
    breaks: ['CREATE-29'],
    change: answeringRegistration((customer, { created_in }) => (created_in ? { ...customer, created_in } : undefined)),
  },
  {
    id: 'any-custom-attribute',
    does: 'all custom attributes are returned as sent',
    breaks: ['CREATE-43', 'BIND-22', 'SAFE-03'],
    change: answeringRegistration((customer, _, { input }) => {
      const { custom_attributes } = input.customer as Body
      return custom_attributes ? { ...customer, custom_attributes } : undefined
    }),
  },
  {
    id: 'bad-token-closes-registration',
    does: 'a registration with an invalid token is rejected',
    breaks: ['CREATE-30', 'EXPIRY-11'],
    change: registering((_, { user, headers }) =>
      headers.authorization && !user
        ? refuse(401, "The consumer isn't authorized to access %resources.", { resources: 'self' })
        : undefined,
    ),
  },
  {
    id: 'registration-writes-own-account',
    does: 'a registration with a customer’s token changes that customer’s account',
    breaks: ['WHOLE-07', 'CREATE-27', 'CREATE-31'],
    change: operation('customer.create', (call, inner, shop) => {
      const known = call.user?.type === 'customer' ? shop.store.customers.get(call.user.id) : undefined
      if (!known) return inner(call)
      shop.store.put(known, String((call.arguments.customer as Body).email))
      return shop.services.customerView(known)
    }),
  },
  {
    id: 'no-registration-for-customers',
    does: 'a registration with a customer’s token is rejected',
    breaks: ['CREATE-31'],
    change: registering((_, { user }) =>
      user?.type === 'customer'
        ? refuse(401, "The consumer isn't authorized to access %resources.", { resources: 'anonymous' })
        : undefined,
    ),
  },
  {
    id: 'group-by-attribute-when-registering',
    does: 'a visitor can set the customer group as a custom attribute',
    breaks: ['CREATE-44'],
    change: operation('customer.create', (call, create, shop) => {
      const answer = create(call) as { id: number }
      const { custom_attributes: list } = (call.input.customer ?? {}) as { custom_attributes?: unknown }
      const group = Array.isArray(list) ? list.find(({ attribute_code }) => attribute_code === 'group_id') : undefined
      if (!group) return answer
      shop.services.customerById(answer.id).group_id = group.value
      return { ...answer, group_id: group.value }
    }),
  },
])

export const createRemedies = faults([
  {
    id: 'group-of-visitors-passed-over',
    does: 'the customer group in a visitor’s request is ignored in a release that accepts it',
    breaks: ['CREATE-23'],
    release: '2.4.2',
    origin: '2.4.2-p1',
    change: rule('groupFromGuest', 'dropped'),
  },
])
