import { service } from '../../faults/change.ts'
import { type Body, without } from '../../faults/changes/registrations.ts'
import { faults } from '../../faults/fault.ts'
import type { Change } from '../../reference/index.ts'
import { wholeCustomers } from '../shared/broken-together.ts'

/** Changes every customer in every response. */
const showingCustomers = (change: (customer: Body) => Body): Change =>
  service(
    'customerView',
    (view) =>
      (...of) =>
        change(view(...of)),
  )

const showingTimes = (change: (time: string) => unknown): Change =>
  showingCustomers((customer) => ({
    ...customer,
    created_at: change(String(customer.created_at)),
    updated_at: change(String(customer.updated_at)),
  }))

export const customerFormFaults = faults([
  {
    id: 'subscription-as-number',
    does: '`is_subscribed` is 0 or 1 instead of a boolean',
    breaks: [...wholeCustomers, 'CREATE-37', 'OBJECT-05', 'PROFILE-48', 'PROFILE-49', 'PROFILE-50', 'ADMIN-22'],
    change: showingCustomers((customer) => {
      const shown = customer.extension_attributes as Body | undefined
      return shown ? { ...customer, extension_attributes: { is_subscribed: Number(shown.is_subscribed) } } : customer
    }),
  },
  {
    id: 'subscription-outside',
    does: '`is_subscribed` stands in the customer itself instead of in `extension_attributes`',
    breaks: ['CREATE-37', 'OBJECT-05', 'PROFILE-02', 'PROFILE-48', 'PROFILE-49', 'PROFILE-50', 'ADMIN-22', 'ADMIN-25'],
    change: showingCustomers(({ extension_attributes, ...customer }) => ({
      ...customer,
      ...Object(extension_attributes),
    })),
  },
  {
    id: 'birth-date-with-time-everywhere',
    does: 'every answer shows a date of birth with a time of day',
    breaks: [
      'OBJECT-01',
      'OBJECT-03',
      'WHOLE-01',
      'WHOLE-03',
      'PROFILE-01',
      'PROFILE-07',
      'CREATE-45',
      'PROFILE-42',
      'PROFILE-45',
      'ADMIN-37',
      'ADMIN-38',
    ],
    change: showingCustomers((customer) =>
      customer.dob ? { ...customer, dob: `${customer.dob} 00:00:00` } : customer,
    ),
  },
  {
    id: 'defaults-as-numbers',
    does: '`default_billing` and `default_shipping` of a customer are numbers instead of strings',
    breaks: [
      'CREATE-01',
      'CREATE-04',
      'OBJECT-01',
      'OBJECT-03',
      'OBJECT-09',
      'VALID-18',
      'WHOLE-01',
      'WHOLE-03',
      'WHOLE-05',
      'PROFILE-01',
      'PROFILE-03',
      'PROFILE-51',
      'ADMIN-05',
      'ADMIN-14',
      'ADMIN-25',
      'ADMIN-26',
    ],
    change: showingCustomers(({ default_billing: billing, default_shipping: shipping, ...customer }) => ({
      ...customer,
      ...(billing ? { default_billing: Number(billing) } : {}),
      ...(shipping ? { default_shipping: Number(shipping) } : {}),
    })),
  },
  {
    id: 'creation-place-missing',
    does: 'customers lack `created_in` and `store_id`',
    breaks: [...wholeCustomers],
    change: showingCustomers((customer) => without(customer, 'created_in', 'store_id')),
  },
  {
    id: 'times-in-iso-everywhere',
    does: 'every answer shows times in ISO 8601: 2026-01-01T10:00:00Z',
    breaks: [...wholeCustomers, 'OBJECT-06', 'TOKEN-06'],
    change: showingTimes((time) => `${time.replace(' ', 'T')}Z`),
  },
  {
    id: 'times-as-seconds-everywhere',
    does: 'every answer shows times as numbers of seconds since 1970',
    breaks: [...wholeCustomers, 'OBJECT-06', 'TOKEN-06'],
    change: showingTimes((time) => Date.parse(`${time.replace(' ', 'T')}Z`) / 1000),
  },
  {
    id: 'unset-fields-are-null-everywhere',
    does: 'every answer shows unset customer fields as null instead of leaving them out',
    breaks: [
      'CREATE-01',
      'CREATE-06',
      'CREATE-07',
      'CREATE-10',
      'CREATE-30',
      'CREATE-39',
      'OBJECT-01',
      'OBJECT-03',
      'VALID-18',
      'WHOLE-01',
      'WHOLE-03',
      'PROFILE-03',
      'PROFILE-07',
      'PROFILE-08',
      'PROFILE-37',
      'ADMIN-05',
      'ADMIN-14',
      'ADMIN-25',
      'ADMIN-44',
    ],
    change: showingCustomers((customer) => ({
      ...{ dob: null, middlename: null, prefix: null, suffix: null, taxvat: null, gender: null },
      ...customer,
    })),
  },
])
