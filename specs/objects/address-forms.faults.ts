import { service } from '../../faults/change.ts'
import type { Body } from '../../faults/changes/registrations.ts'
import { faults } from '../../faults/fault.ts'
import type { Change } from '../../reference/index.ts'
import { addressAsSent } from '../shared/broken-together.ts'

/** Changes every address in every response. */
const showingAddresses = (change: (address: Body, country: string) => Body): Change =>
  service(
    'addressView',
    (view) =>
      (...of) =>
        change(view(...of), of[1].country_id),
  )

const region = (address: Body) => address.region as Body

export const addressFormFaults = faults([
  {
    id: 'region-id-as-text',
    does: 'the `region_id` inside the region is a string instead of a number',
    breaks: [
      'CREATE-01',
      'CREATE-03',
      'OBJECT-01',
      'OBJECT-03',
      'OBJECT-11',
      'OBJECT-12',
      'OBJECT-13',
      'OBJECT-14',
      'OBJECT-15',
      'VALID-18',
      'ACCESS-41',
      'WHOLE-01',
      'WHOLE-02',
      'WHOLE-03',
      'PROFILE-01',
      'PROFILE-03',
      'PROFILE-47',
      'DEFAULT-01',
      'DEFAULT-02',
      'ADMIN-05',
      'ADMIN-09',
      'ADMIN-11',
      'ADMIN-14',
      'ADMIN-25',
    ],
    change: showingAddresses((address) => ({
      ...address,
      region: { ...region(address), region_id: String(region(address).region_id) },
    })),
  },
  {
    id: 'region-code-with-country',
    does: 'the code of a region begins with its country: US-NY instead of NY',
    breaks: ['CREATE-03', 'OBJECT-11', 'OBJECT-12'],
    change: showingAddresses((address, country) =>
      address.region_id
        ? { ...address, region: { ...region(address), region_code: `${country}-${region(address).region_code}` } }
        : address,
    ),
  },
  {
    id: 'region-code-and-name-swapped',
    does: 'the code and the name of a region are swapped',
    breaks: ['CREATE-03', 'OBJECT-11', 'OBJECT-12', 'STORE-09', 'STORE-11', 'STORE-21', 'STORE-22'],
    change: showingAddresses((address) => ({
      ...address,
      region: { ...region(address), region_code: region(address).region, region: region(address).region_code },
    })),
  },
  {
    id: 'region-as-text',
    does: 'the region of an address is a string instead of an object',
    breaks: [
      'CREATE-01',
      'CREATE-03',
      'OBJECT-01',
      'OBJECT-03',
      'OBJECT-11',
      'OBJECT-12',
      'OBJECT-13',
      'OBJECT-14',
      'OBJECT-15',
      'VALID-18',
      'ACCESS-41',
      'ROUTE-22',
      'WHOLE-01',
      'WHOLE-02',
      'WHOLE-03',
      'PROFILE-01',
      'PROFILE-03',
      'PROFILE-47',
      'DEFAULT-01',
      'DEFAULT-02',
      'ADMIN-05',
      'ADMIN-09',
      'ADMIN-11',
      'ADMIN-14',
      'ADMIN-25',
    ],
    change: showingAddresses((address) => ({ ...address, region: region(address).region })),
  },
  {
    id: 'address-without-owner',
    does: 'the `customer_id` of an address is null',
    breaks: [
      'CREATE-01',
      'CREATE-04',
      'CREATE-26',
      'OBJECT-01',
      'OBJECT-03',
      'VALID-18',
      'ACCESS-41',
      'WHOLE-01',
      'WHOLE-02',
      'WHOLE-03',
      'PROFILE-01',
      'PROFILE-03',
      'PROFILE-54',
      'DEFAULT-01',
      'DEFAULT-02',
      'ADMIN-05',
      'ADMIN-09',
      'ADMIN-11',
      'ADMIN-14',
      'ADMIN-25',
    ],
    change: showingAddresses((address) => ({ ...address, customer_id: null })),
  },
  {
    id: 'address-ids-as-text',
    does: 'the id of an address is a string instead of a number',
    breaks: [
      'CREATE-01',
      'CREATE-26',
      'OBJECT-01',
      'OBJECT-03',
      'VALID-18',
      'ACCESS-41',
      'WHOLE-01',
      'WHOLE-02',
      'WHOLE-03',
      'PROFILE-01',
      'PROFILE-03',
      'PROFILE-30',
      'DEFAULT-01',
      'DEFAULT-02',
      'ADMIN-05',
      'ADMIN-09',
      'ADMIN-11',
      'ADMIN-14',
      'ADMIN-25',
      'ADMIN-32',
    ],
    change: showingAddresses((address) => ({ ...address, id: String(address.id) })),
  },
  {
    id: 'first-street-line-only',
    does: 'only the first line of a street is stored',
    breaks: ['OBJECT-18', 'VALID-21', ...addressAsSent],
    change: service('streetLines', (lines) => (street) => lines(street).slice(0, 1)),
  },
  {
    id: 'address-with-the-names-of-the-customer',
    does: 'an address shows the first and last name of the customer, not those sent with the address',
    breaks: [...addressAsSent, 'PROFILE-04', 'ADMIN-25', 'ADMIN-26', 'STORE-10', 'STORE-12', 'STORE-13'],
    change: service('addressView', (view) => (customer, address) => {
      const { firstname, lastname } = customer
      return { ...view(customer, address), firstname, lastname }
    }),
  },
])
