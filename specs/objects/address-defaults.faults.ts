import { answers, service } from '../../faults/change.ts'
import { adding, addressesOf, isObject, to } from '../../faults/changes/answers.ts'
import {
  answeringAddresses,
  answeringRegistration,
  type Body,
  readingRegistration,
} from '../../faults/changes/registrations.ts'
import { faults } from '../../faults/fault.ts'

/** Sets a second flag on each address with the first one, unless another address has the second. */
function withFlags({ addresses, ...others }: Body, first: string, second: string): Body | undefined {
  if (!Array.isArray(addresses) || (addresses as Body[]).some((address) => address[second] === true)) return undefined
  const both = (address: Body) => (address[first] === true ? { ...address, [second]: true } : address)
  return { ...others, addresses: (addresses as Body[]).map(both) }
}

export const addressDefaultsFaults = faults([
  {
    id: 'default-flags-false',
    does: 'an address that is not a default has the flag `false`',
    breaks: [
      'OBJECT-08',
      'VALID-18',
      'BIND-21',
      'WHOLE-01',
      'DEFAULT-01',
      'DEFAULT-02',
      'ADMIN-05',
      'ADMIN-09',
      'ADMIN-11',
      'OBJECT-19',
    ],
    change: answeringAddresses((address) => ({ default_billing: false, default_shipping: false, ...address })),
  },
  {
    id: 'last-address-is-default',
    does: 'the last of several addresses becomes the default, whatever its flags say',
    breaks: ['CREATE-38', 'OBJECT-08', 'OBJECT-09', 'BIND-24'],
    change: readingRegistration((customer) => {
      const addresses = [...((customer.addresses ?? []) as Body[])]
      const last = addresses.pop()
      const flags = { defaultBilling: true, defaultShipping: true }
      return last && addresses.length ? { ...customer, addresses: [...addresses, { ...last, ...flags }] } : undefined
    }),
  },
  {
    id: 'one-default-for-both',
    does: 'the default shipping address becomes the default billing address too',
    breaks: ['OBJECT-09', 'WHOLE-05', 'DEFAULT-01', 'ADMIN-05', 'ADMIN-09', 'ADMIN-11', 'OBJECT-19'],
    change: answeringRegistration(({ default_shipping: id, ...customer }) =>
      id ? { ...customer, default_shipping: id, default_billing: id } : undefined,
    ),
  },
  {
    id: 'default-names-another-address',
    does: '`default_billing` of the customer holds the id of another address than the one with the flag',
    breaks: [
      'CREATE-04',
      'OBJECT-09',
      'WHOLE-05',
      'PROFILE-02',
      'PROFILE-51',
      'ADMIN-09',
      'ADMIN-25',
      'STORE-13',
      'STORE-26',
    ],
    change: service('customerView', (view) => (...given) => {
      const { default_billing: id, ...customer } = view(...given)
      return id ? { ...customer, default_billing: String(Number(id) + 1000) } : customer
    }),
  },
  {
    id: 'default-of-another-address',
    does: 'the response to a registration names another default billing address than the one with the flag',
    breaks: [
      'CREATE-27',
      'CREATE-38',
      'OBJECT-04',
      'OBJECT-09',
      'TOKEN-13',
      'ACCESS-41',
      'RESET-65',
      'WHOLE-05',
      'PROFILE-01',
      'ADMIN-02',
      'ADMIN-05',
      'ADMIN-14',
      'ADMIN-25',
      'OBJECT-19',
    ],
    change: answers(
      (call, answer) => to('customer.create')(call, answer) && addressesOf(answer.value).length > 0,
      adding(() => ({ default_billing: '1' })),
    ),
  },
  {
    id: 'billing-address-with-null',
    does: 'unset fields of the default billing address are null instead of absent',
    breaks: ['ACCESS-41', 'WHOLE-02', 'PROFILE-43', 'PROFILE-52', 'DEFAULT-01', 'ADMIN-11'],
    change: answers(
      (call, answer) => to('address.billing')(call, answer) && isObject(answer.value),
      adding(() => ({ fax: null })),
    ),
  },
  {
    id: 'billing-default-for-shipping-too',
    does: 'an address that is the default for billing becomes the default for shipping too, if no other is',
    breaks: ['OBJECT-19'],
    change: readingRegistration((customer) => withFlags(customer, 'defaultBilling', 'defaultShipping')),
  },
  {
    id: 'shipping-default-for-billing-too',
    does: 'an address that is the default for shipping becomes the default for billing too, if no other is',
    breaks: ['OBJECT-19'],
    change: readingRegistration((customer) => withFlags(customer, 'defaultShipping', 'defaultBilling')),
  },
])
