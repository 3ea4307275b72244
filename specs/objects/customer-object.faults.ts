import { operation, rule, service } from '../../faults/change.ts'
import {
  answeringAddresses,
  answeringRegistration,
  type Body,
  readingRegistration,
  without,
} from '../../faults/changes/registrations.ts'
import { faults } from '../../faults/fault.ts'

/** Changes what a customer reads as the own profile. */
const answeringProfile = (change: (profile: Body) => Body) =>
  operation('customer.me', (call, inner) => change({ ...(inner(call) as Body) }))

export const customerObjectFaults = faults([
  {
    id: 'birth-date-with-time',
    does: 'the response to a registration contains a date of birth with a time of day',
    breaks: ['OBJECT-01', 'OBJECT-04', 'RESET-65', 'WHOLE-01', 'PROFILE-01', 'CREATE-45', 'ADMIN-37'],
    change: answeringRegistration(({ dob, ...customer }) =>
      dob ? { ...customer, dob: `${dob} 00:00:00` } : undefined,
    ),
  },
  {
    id: 'tax-number-as-number',
    does: 'the response to a registration contains the tax number as a number',
    breaks: ['OBJECT-01', 'OBJECT-04', 'WHOLE-01', 'CREATE-45', 'ADMIN-37'],
    change: answeringRegistration(({ taxvat, ...customer }) =>
      Number(taxvat) ? { ...customer, taxvat: Number(taxvat) } : undefined,
    ),
  },
  {
    id: 'vat-number-lost',
    does: 'the VAT number of an address is not stored',
    breaks: [
      'OBJECT-02',
      'WHOLE-04',
      'WHOLE-06',
      'CREATE-45',
      'PROFILE-43',
      'PROFILE-46',
      'PROFILE-52',
      'ADMIN-37',
      'ADMIN-39',
    ],
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
    id: 'profile-without-telephone-of-companies',
    does: 'a profile omits the telephone number of an address with a company',
    breaks: ['OBJECT-03', 'OBJECT-04', 'PROFILE-43', 'PROFILE-46'],
    change: answeringProfile((profile) => ({
      ...profile,
      addresses: (profile.addresses as Body[]).map((address) =>
        address.company ? without(address, 'telephone') : address,
      ),
    })),
  },
  {
    id: 'profile-lacks-suffix',
    does: 'a profile omits the name suffix',
    breaks: [
      'OBJECT-04',
      'RESET-65',
      'PROFILE-01',
      'PROFILE-02',
      'PROFILE-03',
      'PROFILE-05',
      'PROFILE-42',
      'PROFILE-45',
    ],
    change: answeringProfile((profile) => without(profile, 'suffix')),
  },
  {
    id: 'subscription-unknown',
    does: 'a customer has no `is_subscribed`, as in a shop without the newsletter module',
    breaks: ['CREATE-37', 'OBJECT-05', 'ADMIN-22', 'PROFILE-48', 'PROFILE-49', 'PROFILE-50'],
    change: service('customerView', (view) => (customer) => view(customer, false)),
  },
  {
    id: 'created-in-local-time',
    does: '`created_at` is in the shop’s local time',
    breaks: ['OBJECT-06', 'TOKEN-06'],
    change: service('customerView', (view) => (...given) => {
      const { created_at: created, ...customer } = view(...given)
      const local = new Date(Date.parse(`${String(created).replace(' ', 'T')}Z`) + 2 * 3600_000)
      return { ...customer, created_at: local.toISOString().slice(0, 19).replace('T', ' ') }
    }),
  },
  {
    id: 'gender-as-text',
    does: 'the response to a registration contains the gender as a string',
    breaks: ['OBJECT-07', 'RESET-65', 'WHOLE-01', 'PROFILE-01', 'CREATE-45', 'ADMIN-37'],
    change: answeringRegistration(({ gender, ...customer }) =>
      gender ? { ...customer, gender: String(gender) } : undefined,
    ),
  },
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
    breaks: ['OBJECT-09', 'WHOLE-05', 'DEFAULT-01', 'ADMIN-05', 'ADMIN-09', 'ADMIN-11'],
    change: answeringRegistration(({ default_shipping: id, ...customer }) =>
      id ? { ...customer, default_shipping: id, default_billing: id } : undefined,
    ),
  },
  {
    id: 'addresses-by-id',
    does: 'the default shipping address is not listed first',
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
    breaks: [
      'OBJECT-18',
      'VALID-21',
      'WHOLE-04',
      'WHOLE-06',
      'CREATE-45',
      'PROFILE-43',
      'PROFILE-46',
      'PROFILE-52',
      'ADMIN-37',
      'ADMIN-39',
    ],
    change: service('streetLines', (lines) => (street) => [lines(street).join(', ')]),
  },
])
