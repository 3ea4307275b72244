import { answers, operation, service, together } from '../../faults/change.ts'
import { type Body, without } from '../../faults/changes/registrations.ts'
import { answering, insteadOfRefusing } from '../../faults/changes/updates.ts'
import { faults } from '../../faults/fault.ts'
import type { Call } from '../../reference/index.ts'

const is = ({ route }: Call, ...names: string[]) => names.includes(route?.operation ?? '')
const byId = ({ route }: Call) => route?.path.includes(':') ?? false

const open = (may: (call: Call) => boolean) =>
  service('authorize', (authorize) => (call, access) => may(call) || authorize(call, access))

/** Changes the attributes in both lists. */
const ofAttributes = (change: (attribute: Body) => Body) =>
  together(
    ...['metadata.customer.all', 'metadata.customerAddress.all'].map((name) =>
      answering(name, (list) => (list as unknown as Body[]).map(change)),
    ),
  )

export const administrationFaults = faults([
  {
    id: 'own-address-by-id',
    does: 'a customer can read any address by its id',
    breaks: ['ADMIN-01'],
    change: open((call) => call.user?.type === 'customer' && is(call, 'address.read')),
  },
  {
    id: 'default-address-by-id',
    does: 'a customer can read any account’s default billing address by id',
    breaks: ['ADMIN-01'],
    change: open((call) => call.user?.type === 'customer' && is(call, 'address.billing') && byId(call)),
  },
  {
    id: 'own-account-by-id-changed',
    does: 'a customer can change any account by its id',
    breaks: ['ACCESS-18', 'ADMIN-02'],
    change: open((call) => call.user?.type === 'customer' && is(call, 'customer.save')),
  },
  {
    id: 'addresses-deleted-by-anyone',
    does: 'a customer can delete any address by its id',
    breaks: ['ADMIN-02'],
    change: open((call) => call.user?.type === 'customer' && is(call, 'address.delete')),
  },
  {
    id: 'validation-open',
    does: 'a guest can validate customers',
    breaks: ['ADMIN-03'],
    change: open((call) => is(call, 'customer.validate')),
  },
  {
    id: 'attributes-open',
    does: 'a guest can read the customer attributes',
    breaks: ['ACCESS-40', 'ADMIN-03'],
    change: open((call) => is(call, 'metadata.customer.all')),
  },
  {
    id: 'administrator-unknown-told',
    does: 'the login of an unknown administrator returns 404',
    breaks: ['ACCESS-38', 'ADMIN-04'],
    change: answers(
      (call, { status }) => is(call, 'token.createAdmin') && status === 401,
      () => ({ status: 404, value: { message: 'There is no such administrator.' } }),
    ),
  },
  {
    id: 'any-administrator-logs-in',
    does: 'an administrator’s token is issued without a valid password',
    breaks: ['ACCESS-38', 'ADMIN-04'],
    change: operation('token.createAdmin', (_, __, shop) => shop.services.issueToken({ type: 'admin', id: 1 })),
  },
  {
    id: 'customer-by-id-without-addresses',
    does: 'a customer read by id lacks the addresses',
    breaks: ['WHOLE-01', 'ADMIN-05', 'ADMIN-25', 'ADMIN-26', 'ADMIN-39'],
    change: answering('customer.read', (customer) => without(customer, 'addresses')),
  },
  {
    id: 'unknown-customer-is-nothing',
    does: 'an unknown customer id returns an empty list instead of 404',
    breaks: ['WHOLE-01', 'ADMIN-06', 'ADMIN-34'],
    change: insteadOfRefusing('customer.read', 404, []),
  },
  {
    id: 'unknown-customer-has-no-default',
    does: 'the default billing address of an unknown customer returns an empty result instead of 404',
    breaks: ['ADMIN-06'],
    change: insteadOfRefusing('address.billing', 404, []),
  },
  {
    id: 'text-for-id-not-found',
    does: 'a customer id that is not a number returns 404',
    breaks: ['ADMIN-07'],
    change: answers(
      (call, { status }) => is(call, 'customer.read') && status === 400,
      () => ({ status: 404, value: { message: 'Request does not match any route.' } }),
    ),
  },
  {
    id: 'read-only-as-text',
    does: 'the read-only status of a customer is a string',
    breaks: ['ADMIN-08'],
    change: answering('customer.readonly', () => '0'),
  },
  {
    id: 'address-without-defaults',
    does: 'an address read by id lacks its default flags',
    breaks: ['ADMIN-09'],
    change: answering('address.read', (address) => without(address, 'default_billing', 'default_shipping')),
  },
  {
    id: 'unknown-address-is-nothing',
    does: 'an unknown address id returns an empty list instead of 404',
    breaks: ['ADMIN-10', 'ADMIN-32'],
    change: insteadOfRefusing('address.read', 404, []),
  },
  {
    id: 'default-addresses-of-nobody',
    does: 'an administrator’s request for a customer’s default address returns an empty list',
    breaks: ['ADMIN-11'],
    change: together(
      ...['address.billing', 'address.shipping'].map((name) =>
        operation(name, async (call, inner) => {
          const address = await inner(call)
          return byId(call) ? [] : address
        }),
      ),
    ),
  },
  {
    id: 'attributes-by-code',
    does: 'the customer attributes are an object keyed by code instead of a list',
    breaks: ['ADMIN-12'],
    change: answering('metadata.customer.all', (list) =>
      Object.fromEntries((list as unknown as Body[]).map((attribute) => [attribute.attribute_code, attribute])),
    ),
  },
  {
    id: 'no-attribute-required',
    does: 'no attribute of customers and addresses is `required`',
    breaks: ['ADMIN-53'],
    change: ofAttributes((attribute) => ({ ...attribute, required: false })),
  },
  {
    id: 'options-without-labels',
    does: 'the options of customer attributes lack their labels',
    breaks: ['ADMIN-54'],
    change: ofAttributes((attribute) => ({
      ...attribute,
      options: (attribute.options as Body[]).map((option) => ({ ...option, label: '' })),
    })),
  },
  {
    id: 'attributes-without-options',
    does: 'customer attributes lack their options',
    breaks: ['ADMIN-54'],
    origin: 'magento/magento2#24518',
    change: ofAttributes((attribute) => ({ ...attribute, options: [] })),
  },
  {
    id: 'unknown-attribute-refused',
    does: 'an unknown attribute returns 400',
    breaks: ['ADMIN-13'],
    change: answers(
      (call, { status }) => is(call, 'metadata.customer.one') && status === 404,
      () => ({ status: 400, value: { message: 'There is no such attribute.' } }),
    ),
  },
])
