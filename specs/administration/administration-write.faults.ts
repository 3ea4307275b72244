import { operation, rule } from '../../faults/change.ts'
import { type Body, refuse, without } from '../../faults/changes/registrations.ts'
import { answering } from '../../faults/changes/updates.ts'
import { faults } from '../../faults/fault.ts'

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
    id: 'omitted-group-is-the-default',
    does: 'an administrator’s update without the customer group moves the customer to the default group',
    breaks: ['ADMIN-26'],
    change: operation('customer.save', (call, inner) => {
      const customer = call.arguments.customer as Body
      call.arguments = { ...call.arguments, customer: { group_id: 1, ...customer } }
      return inner(call)
    }),
  },
  {
    id: 'omitted-place-is-the-administrators',
    does: 'an administrator’s update without `created_in` sets it to the admin store',
    breaks: ['ADMIN-26'],
    origin: 'magento/magento2#22869',
    change: operation('customer.save', (call, inner) => {
      const customer = call.arguments.customer as Body
      call.arguments = { ...call.arguments, customer: { created_in: 'Admin', ...customer } }
      return inner(call)
    }),
  },
])
