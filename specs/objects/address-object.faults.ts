import { answers, rule, service } from '../../faults/change.ts'
import { addressesOf, to } from '../../faults/changes/answers.ts'
import { answeringAddresses, type Body, without } from '../../faults/changes/registrations.ts'
import { faults } from '../../faults/fault.ts'
import { addressAsSent } from '../shared/broken-together.ts'

/** Requirements that fail if a response shows other addresses than were sent. */
const withChangedAddresses = [
  'ACCESS-41',
  'ADMIN-02',
  'ADMIN-05',
  'ADMIN-09',
  'ADMIN-11',
  'ADMIN-14',
  'CREATE-27',
  'DEFAULT-01',
  'OBJECT-04',
  'PROFILE-01',
  'RESET-65',
  'TOKEN-13',
] as const

export const addressObjectFaults = faults([
  {
    id: 'telephone-reformatted',
    does: 'a telephone number is returned in another format than it was sent',
    breaks: [
      ...withChangedAddresses,
      'CREATE-02',
      'OBJECT-17',
      'ROUTE-21',
      'WHOLE-04',
      'PROFILE-20',
      'DEFAULT-02',
      'CREATE-45',
      'ADMIN-37',
    ],
    change: answers(to('customer.create'), ({ value }) => ({
      value: {
        ...(value as object),
        addresses: addressesOf(value).map((address) => ({ ...address, telephone: '+1 512 555 1111' })),
      },
    })),
  },
  {
    id: 'vat-number-lost',
    does: 'the VAT number of an address is not stored',
    breaks: ['OBJECT-02', ...addressAsSent],
    change: service('makeAddress', (make) => (input, stored) => make(without(input, 'vat_id'), stored)),
  },
  {
    id: 'company-lost',
    does: 'the response to a registration omits the company',
    breaks: [
      'OBJECT-02',
      'OBJECT-04',
      'WHOLE-04',
      'CREATE-45',
      'DEFAULT-01',
      'DEFAULT-02',
      'ADMIN-05',
      'ADMIN-09',
      'ADMIN-11',
      'ADMIN-37',
    ],
    change: answeringAddresses((address) => without(address, 'company')),
  },
  {
    id: 'region-id-needs-name',
    does: 'the region id is ignored if the region name is missing',
    breaks: ['OBJECT-11', 'VALID-19', 'VALID-20', 'WHOLE-04', 'WHOLE-06', 'PROFILE-47'],
    change: service('regionFor', (regionFor) => (input) => {
      const region = input.region as Body | undefined
      return region?.region_id && !region.region ? { region_id: 0 } : regionFor(input)
    }),
  },
  {
    id: 'flat-region-id-passed-over',
    does: '`region_id` directly in the address is ignored',
    breaks: ['OBJECT-12', 'WHOLE-04'],
    change: service('regionFor', (regionFor) => (input) => regionFor(without(input, 'region_id'))),
  },
  {
    id: 'region-by-code',
    does: 'a region is looked up by its code',
    breaks: ['OBJECT-13'],
    change: service('regionFor', (regionFor) => (input) => {
      const region = input.region as Body | undefined
      return regionFor(region?.region_code === 'NY' ? { ...input, region_id: 43 } : input)
    }),
  },
  {
    id: 'region-text-without-code',
    does: 'a region sent as text is returned without a code',
    breaks: ['OBJECT-14'],
    change: answeringAddresses((address) => {
      const region = address.region as Body
      return { ...address, region: { ...region, region_code: region.region_id ? region.region_code : null } }
    }),
  },
  {
    id: 'no-region-is-null',
    does: 'an address sent without a region returns `region: null`',
    breaks: ['OBJECT-15', 'WHOLE-01'],
    change: answeringAddresses((address) => ('region_id' in address ? address : { ...address, region: null })),
  },
  {
    id: 'no-region-has-id',
    does: 'an address sent without a region returns `region_id: 0`',
    breaks: ['OBJECT-16'],
    change: answeringAddresses((address) => ({ region_id: 0, ...address })),
  },
  {
    id: 'telephone-untrimmed',
    does: 'spaces around a telephone number are stored',
    breaks: ['OBJECT-17'],
    origin: '2.3.2',
    change: rule('telephoneTrimmed', false),
  },
  {
    id: 'street-in-one-line',
    does: 'street lines are joined into one',
    breaks: ['OBJECT-18', 'VALID-21', ...addressAsSent],
    change: service('streetLines', (lines) => (street) => [lines(street).join(', ')]),
  },
  {
    id: 'postcode-lost',
    does: 'the postcode of an address is not stored',
    breaks: ['CREATE-01', 'CREATE-02', 'OBJECT-03', ...addressAsSent],
    change: service(
      'addressView',
      (view) =>
        (...given) =>
          without(view(...given), 'postcode'),
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
    id: 'addresses-by-id',
    does: 'addresses are listed in another order: the default shipping address is not the first',
    breaks: ['OBJECT-10'],
    origin: '2.4.7-p6',
    change: rule('defaultShippingFirst', false),
  },
  {
    id: 'default-shipping-first-early',
    does: 'the default shipping address is listed first before 2.4.8',
    breaks: ['OBJECT-10'],
    release: '2.4.7-p6',
    origin: '2.4.8',
    change: rule('defaultShippingFirst', true),
  },
])
