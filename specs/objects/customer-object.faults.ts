import { operation, service } from '../../faults/change.ts'
import {
  answeringRegistration,
  type Body,
  readingRegistration,
  refuse,
  registering,
  without,
} from '../../faults/changes/registrations.ts'
import { faults } from '../../faults/fault.ts'

/** Changes the response to a customer who reads the own profile. */
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
    id: 'profile-without-telephone-of-companies',
    does: 'a profile omits the telephone number of an address with a company',
    breaks: ['PROFILE-29', 'OBJECT-03', 'OBJECT-04', 'PROFILE-43', 'PROFILE-46'],
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
    id: 'gender-not-specified-lost',
    does: 'a registration loses the gender 3, "Not Specified"',
    breaks: ['OBJECT-07'],
    change: readingRegistration((customer) => (customer.gender === 3 ? without(customer, 'gender') : undefined)),
  },
  {
    id: 'gender-not-specified-refused',
    does: 'a registration with the gender 3, "Not Specified", is rejected',
    breaks: ['OBJECT-07'],
    change: registering(({ gender }) => (gender === 3 ? refuse(400, 'Please choose.') : undefined)),
  },
  {
    id: 'gender-as-text',
    does: 'the response to a registration contains the gender as a string',
    breaks: ['OBJECT-07', 'RESET-65', 'WHOLE-01', 'PROFILE-01', 'CREATE-45', 'ADMIN-37'],
    change: answeringRegistration(({ gender, ...customer }) =>
      gender ? { ...customer, gender: String(gender) } : undefined,
    ),
  },
])
