import { operation, rule, service, together } from '../../faults/change.ts'
import { type Body, refuse, without } from '../../faults/changes/registrations.ts'
import { answering, insteadOfRefusing } from '../../faults/changes/updates.ts'
import { faults } from '../../faults/fault.ts'
import { Refusal } from '../../reference/index.ts'

export const administrationWriteFaults = faults([
  {
    id: 'administrator-group-dropped',
    does: 'the customer group set by an administrator at registration is ignored',
    breaks: ['CREATE-40', 'ADMIN-24'],
    change: operation('customer.create', (call, inner) => {
      if (call.user?.type !== 'admin') return inner(call)
      return inner({
        ...call,
        arguments: { ...call.arguments, customer: without(Object(call.arguments.customer), 'group_id') },
      })
    }),
  },
  {
    id: 'whole-customer-refused',
    does: 'an administrator’s update with a complete customer is rejected if it has default addresses',
    breaks: ['ADMIN-25'],
    origin: 'magento/magento2#38878',
    change: operation('customer.save', (call, inner) => {
      if ((call.arguments.customer as Body).default_billing) refuse(400, 'Unable to save customer.')
      return inner(call)
    }),
  },
  {
    id: 'administrator-drops-addresses',
    does: 'an administrator’s update deletes the addresses',
    breaks: ['ADMIN-25', 'ADMIN-26', 'ADMIN-39'],
    change: operation('customer.save', (call, inner) => {
      const customer = { ...(call.arguments.customer as Body), addresses: [] }
      return inner({ ...call, arguments: { ...call.arguments, customer } })
    }),
  },
  {
    id: 'partial-change-refused',
    does: 'an administrator’s partial update is rejected',
    breaks: ['ADMIN-26'],
    origin: 'magento/magento2#21237',
    change: rule('adminMerges', false),
  },
  {
    id: 'partial-change-loses-default',
    does: 'an administrator’s partial update fails for a customer with default addresses',
    breaks: ['ADMIN-26', 'ADMIN-28'],
    origin: 'magento/magento2#38878',
    change: operation('customer.save', (call, inner, shop) => {
      const stored = shop.store.customers.get(Number(call.params.customerId))
      if (stored?.default_billing && !(call.arguments.customer as Body).addresses)
        refuse(400, 'The %fieldName value is invalid. Set the correct value and try again.', {
          fieldName: 'default_billing',
        })
      return inner(call)
    }),
  },
  {
    id: 'unknown-customer-made',
    does: 'an administrator’s update of an unknown customer creates one',
    breaks: ['ADMIN-27'],
    change: operation('customer.save', async (call, inner, shop) => {
      const id = Number(call.params.customerId)
      if (shop.store.customers.has(id)) return inner(call)
      const customer = without(call.arguments.customer as Body, 'id')
      return shop.operations['customer.create']?.({ ...call, arguments: { customer } })
    }),
  },
  {
    id: 'changed-to-unknown-group',
    does: 'an update with an unknown customer group is stored',
    breaks: ['CREATE-40', 'ADMIN-28'],
    origin: '2.3.7-p4',
    change: rule('unknownGroupIsRefused', false),
  },
  {
    id: 'unknown-group-refused-early',
    does: 'an unknown customer group is rejected in 2.3.7',
    breaks: ['ADMIN-29'],
    release: '2.3.7-p4',
    origin: '2.4.1',
    change: rule('unknownGroupIsRefused', true),
  },
  {
    id: 'validation-needs-id',
    does: 'validating a customer requires an id',
    breaks: ['ADMIN-30', 'ADMIN-31'],
    change: operation('customer.validate', (call, inner) => {
      if (!(call.arguments.customer as Body).id) refuse(400, 'The customer id is missing.')
      return inner(call)
    }),
  },
  {
    id: 'validation-passes-all',
    does: 'validating a customer reports every customer as valid',
    breaks: ['ADMIN-31'],
    change: answering('customer.validate', () => ({ valid: true, messages: [] })),
  },
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
    breaks: ['ADMIN-36'],
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
