import { service } from '../../faults/change.ts'
import { answeringRegistration, type Body, readingRegistration, without } from '../../faults/changes/registrations.ts'
import { faults } from '../../faults/fault.ts'

export const createCustomerFaults = faults([
  {
    id: 'postcode-lost',
    does: 'the postcode of an address is not stored',
    breaks: [
      'CREATE-01',
      'CREATE-02',
      'OBJECT-03',
      'WHOLE-04',
      'WHOLE-06',
      'CREATE-45',
      'PROFILE-43',
      'PROFILE-46',
      'PROFILE-52',
      'ADMIN-37',
      'ADMIN-39',
    ],
    change: service(
      'addressView',
      (view) =>
        (...given) =>
          without(view(...given), 'postcode'),
    ),
  },
  {
    id: 'last-name-in-capitals',
    does: 'the last name is stored in capitals',
    breaks: ['CREATE-02', 'VALID-08', 'VALID-11', 'VALID-12', 'PROFILE-03', 'CREATE-45', 'PROFILE-42', 'ADMIN-37'],
    change: readingRegistration((customer) =>
      typeof customer.lastname === 'string' ? { ...customer, lastname: customer.lastname.toUpperCase() } : undefined,
    ),
  },
  {
    id: 'region-id-inside-only',
    does: 'an address returns the region id only inside the region object',
    breaks: [
      'CREATE-01',
      'CREATE-03',
      'OBJECT-03',
      'OBJECT-11',
      'OBJECT-12',
      'OBJECT-13',
      'OBJECT-14',
      'WHOLE-04',
      'WHOLE-06',
      'PROFILE-47',
    ],
    change: service(
      'addressView',
      (view) =>
        (...given) =>
          without(view(...given), 'region_id'),
    ),
  },
  {
    id: 'region-without-its-code',
    does: 'a region sent by id is returned without its code',
    breaks: ['CREATE-01', 'CREATE-03', 'OBJECT-03', 'OBJECT-11', 'OBJECT-12'],
    change: service('addressView', (view) => (...given) => {
      const { region, ...address } = view(...given) as { region: Body }
      return { ...address, region: { ...region, region_code: region.region_id ? null : region.region_code } }
    }),
  },
  {
    id: 'address-of-another-customer',
    does: 'the `customer_id` of an address is the id of another customer',
    breaks: ['CREATE-04', 'CREATE-26', 'PROFILE-54'],
    change: service('addressView', (view) => (...given) => {
      const address = view(...given)
      return { ...address, customer_id: Number(address.id) + 1000 }
    }),
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
])
