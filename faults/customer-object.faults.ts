import { operation, rule, service } from './change.ts'
import { faults } from './fault.ts'
import { answeringAddresses, answeringRegistration, type Body, readingRegistration, without } from './registrations.ts'

/** Changes what a customer reads as the own profile. */
const answeringProfile = (change: (profile: Body) => Body) =>
  operation('customer.me', (call, inner) => change({ ...(inner(call) as Body) }))

export const customerObjectFaults = faults([
  {
    id: 'birth-date-with-time',
    does: 'the answer to a registration gives a date of birth with a time of day',
    breaks: [],
    change: answeringRegistration(({ dob, ...customer }) =>
      dob ? { ...customer, dob: `${dob} 00:00:00` } : undefined,
    ),
  },
  {
    id: 'tax-number-as-number',
    does: 'the answer to a registration gives a tax number as a number',
    breaks: [],
    change: answeringRegistration(({ taxvat, ...customer }) =>
      Number(taxvat) ? { ...customer, taxvat: Number(taxvat) } : undefined,
    ),
  },
  {
    id: 'vat-number-lost',
    does: 'the VAT number of an address is not stored',
    breaks: [],
    change: service('makeAddress', (make) => (input, stored) => make(without(input, 'vat_id'), stored)),
  },
  {
    id: 'company-lost',
    does: 'the answer to a registration leaves out the company',
    breaks: [],
    change: answeringAddresses((address) => without(address, 'company')),
  },
  {
    id: 'profile-ids-as-text',
    does: 'a profile gives the store view by a text',
    breaks: [],
    change: answeringProfile((profile) => ({ ...profile, store_id: String(profile.store_id) })),
  },
  {
    id: 'profile-without-group-flag',
    does: 'a profile leaves out `disable_auto_group_change`',
    breaks: [],
    change: answeringProfile((profile) => without(profile, 'disable_auto_group_change')),
  },
  {
    id: 'profile-lacks-suffix',
    does: 'a profile leaves out the suffix of the name',
    breaks: [],
    change: answeringProfile((profile) => without(profile, 'suffix')),
  },
  {
    id: 'profile-created-elsewhere',
    does: 'a profile names the store view by its code, as no registration does',
    breaks: [],
    change: answeringProfile((profile) => ({ ...profile, created_in: 'default' })),
  },
  {
    id: 'profile-without-subscription',
    does: 'a profile does not say whether the customer has subscribed',
    breaks: [],
    origin: '2.2.4',
    change: answeringProfile((profile) => without(profile, 'extension_attributes')),
  },
  {
    id: 'created-in-local-time',
    does: 'when an account was created is said in the time of the shop',
    breaks: [],
    change: service('customerView', (view) => (...given) => {
      const { created_at: created, ...customer } = view(...given)
      const local = new Date(Date.parse(`${String(created).replace(' ', 'T')}Z`) + 2 * 3600_000)
      return { ...customer, created_at: local.toISOString().slice(0, 19).replace('T', ' ') }
    }),
  },
  {
    id: 'gender-as-text',
    does: 'the answer to a registration gives the gender as text',
    breaks: [],
    change: answeringRegistration(({ gender, ...customer }) =>
      gender ? { ...customer, gender: String(gender) } : undefined,
    ),
  },
  {
    id: 'default-flags-false',
    does: 'an address that is no default says so with `false`',
    breaks: [],
    change: answeringAddresses((address) => ({ default_billing: false, default_shipping: false, ...address })),
  },
  {
    id: 'first-address-is-default',
    does: 'the first address of a registration is the default, whatever it says',
    breaks: [],
    change: readingRegistration((customer) => {
      const [first, ...others] = (customer.addresses ?? []) as Body[]
      return first && others.length
        ? { ...customer, addresses: [{ ...first, defaultBilling: true }, ...others] }
        : undefined
    }),
  },
  {
    id: 'one-default-for-both',
    does: 'the default for shipping is the default for billing as well',
    breaks: [],
    change: answeringRegistration(({ default_shipping: id, ...customer }) =>
      id ? { ...customer, default_shipping: id, default_billing: id } : undefined,
    ),
  },
  {
    id: 'addresses-by-id',
    does: 'the default address for shipping does not come first',
    breaks: [],
    origin: '2.4.7-p6',
    change: rule('defaultShippingFirst', false),
  },
  {
    id: 'default-shipping-first-early',
    does: 'the default address for shipping comes first before 2.4.8',
    breaks: [],
    release: '2.4.7-p6',
    origin: '2.4.8',
    change: rule('defaultShippingFirst', true),
  },
  {
    id: 'region-id-needs-name',
    does: 'the id of a region counts only beside its name',
    breaks: [],
    change: service('regionFor', (regionFor) => (input) => {
      const region = input.region as Body | undefined
      return region?.region_id && !region.region ? { region_id: 0 } : regionFor(input)
    }),
  },
  {
    id: 'flat-region-id-passed-over',
    does: 'the id of a region directly in the address is passed over',
    breaks: [],
    change: service('regionFor', (regionFor) => (input) => regionFor(without(input, 'region_id'))),
  },
  {
    id: 'region-by-code',
    does: 'a region is looked up by its code',
    breaks: [],
    change: service('regionFor', (regionFor) => (input) => {
      const region = input.region as Body | undefined
      return regionFor(region?.region_code === 'NY' ? { ...input, region_id: 43 } : input)
    }),
  },
  {
    id: 'region-text-without-code',
    does: 'a region in words has no code',
    breaks: [],
    change: answeringAddresses((address) => {
      const region = address.region as Body
      return { ...address, region: { ...region, region_code: region.region_id ? region.region_code : null } }
    }),
  },
  {
    id: 'no-region-is-null',
    does: 'an address sent without a region has null for one',
    breaks: [],
    change: answeringAddresses((address) => ('region_id' in address ? address : { ...address, region: null })),
  },
  {
    id: 'no-region-has-id',
    does: 'an address sent without a region has the id 0 of one',
    breaks: [],
    change: answeringAddresses((address) => ({ region_id: 0, ...address })),
  },
  {
    id: 'telephone-untrimmed',
    does: 'blanks around a telephone number are stored',
    breaks: [],
    origin: '2.3.2',
    change: rule('telephoneTrimmed', false),
  },
  {
    id: 'street-in-one-line',
    does: 'the lines of a street are stored as one',
    breaks: [],
    change: service('streetLines', (lines) => (street) => [lines(street).join(', ')]),
  },
])
