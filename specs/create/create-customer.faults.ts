import { service } from '../../faults/change.ts'
import { answeringRegistration, type Body, readingRegistration, without } from '../../faults/changes/registrations.ts'
import { subscription } from '../../faults/changes/updates.ts'
import { faults } from '../../faults/fault.ts'

export const createCustomerFaults = faults([
  {
    id: 'last-name-in-capitals',
    does: 'the last name is stored in capitals',
    breaks: ['CREATE-02', 'VALID-08', 'VALID-11', 'VALID-12', 'PROFILE-03', 'CREATE-45', 'PROFILE-42', 'ADMIN-37'],
    change: readingRegistration((customer) =>
      typeof customer.lastname === 'string' ? { ...customer, lastname: customer.lastname.toUpperCase() } : undefined,
    ),
  },
  {
    id: 'camel-case-only',
    does: 'address fields are accepted in camelCase only, as in the tutorial',
    breaks: ['CREATE-05', 'BIND-24', 'WHOLE-04'],
    change: readingRegistration((customer) => {
      const addresses = customer.addresses as Body[] | undefined
      return addresses && { ...customer, addresses: addresses.map((address) => without(address, 'default_billing')) }
    }),
  },
  {
    id: 'no-list-of-no-addresses',
    does: 'the response to a registration omits an empty list of addresses',
    breaks: ['CREATE-06', 'CREATE-10', 'CREATE-30', 'CREATE-39', 'BIND-24', 'WHOLE-01'],
    change: answeringRegistration((customer) =>
      (customer.addresses as unknown[]).length ? undefined : without(customer, 'addresses'),
    ),
  },
  {
    id: 'unset-as-null',
    does: 'unset defaults are returned as null in the response to a registration without addresses',
    breaks: ['CREATE-06', 'CREATE-07', 'CREATE-10', 'CREATE-30', 'CREATE-39', 'WHOLE-01', 'PROFILE-16'],
    change: answeringRegistration((customer) =>
      (customer.addresses as unknown[]).length ? undefined : { ...customer, default_billing: null },
    ),
  },
  {
    id: 'unset-as-empty-text',
    does: 'an unset middle name is returned as an empty string',
    breaks: ['CREATE-07'],
    change: service('customerView', (view) => (...given) => ({ middlename: '', ...view(...given) })),
  },
  {
    id: 'registration-ignores-the-subscription',
    does: 'a registration ignores the newsletter subscription',
    breaks: ['CREATE-37', 'PROFILE-48'],
    change: readingRegistration((customer) => subscription(customer, false)),
  },
  {
    id: 'registration-answers-without-accents',
    does: 'the response to a registration has the last name without its accents',
    breaks: ['VALID-11', 'CREATE-45'],
    change: answeringRegistration((customer, _, { user }) =>
      user ? undefined : { ...customer, lastname: String(customer.lastname).replaceAll(/\P{ASCII}/gu, '?') },
    ),
  },
  {
    id: 'subscription-lost',
    does: 'a newsletter subscription sent with a registration is not stored',
    breaks: ['CREATE-37', 'BIND-12', 'PROFILE-48'],
    change: readingRegistration((customer) =>
      customer.extension_attributes ? without(customer, 'extension_attributes') : undefined,
    ),
  },
])
