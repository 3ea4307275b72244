import { answers, operation, rule, service, together } from '../../faults/change.ts'
import { refuse, without } from '../../faults/changes/registrations.ts'
import { answering, aroundUpdate, owner, updating } from '../../faults/changes/updates.ts'
import { faults } from '../../faults/fault.ts'
import { Breakdown } from '../../reference/index.ts'
import { withoutWholeProfile } from '../shared/broken-together.ts'

const optional = ['middlename', 'prefix', 'suffix', 'taxvat']

/** Updates of the profile: broken where an update is refused, or is not answered with the profile. */
const withoutUpdate = [
  'BIND-27',
  'PROFILE-02',
  'PROFILE-03',
  'PROFILE-09',
  'PROFILE-17',
  'PROFILE-23',
  'PROFILE-25',
  'PROFILE-26',
  'PROFILE-28',
  'PROFILE-29',
  'PROFILE-30',
  'PROFILE-31',
  'PROFILE-36',
  'PROFILE-37',
  'RESET-40',
  'REVOKE-13',
  'STORE-34',
] as const

export const profileFaults = faults([
  {
    id: 'profile-times-in-iso',
    does: 'the profile tells times in another form than creating the account did',
    breaks: [...withoutWholeProfile, 'PROFILE-16', 'PROFILE-18', 'PROFILE-26'],
    change: answering('customer.me', (me) => ({
      ...me,
      created_at: `${String(me.created_at).replace(' ', 'T')}Z`,
    })),
  },
  {
    id: 'profile-without-addresses',
    does: 'the profile leaves the addresses out',
    breaks: [
      ...withoutWholeProfile,
      'PROFILE-20',
      'PROFILE-29',
      'PROFILE-30',
      'PROFILE-31',
      'PROFILE-36',
      'STORE-09',
      'STORE-10',
      'STORE-11',
      'STORE-12',
      'STORE-13',
      'STORE-21',
      'STORE-22',
      'STORE-26',
    ],
    change: answering('customer.me', (me) => without(me, 'addresses')),
  },
  {
    id: 'profile-not-written-back',
    does: 'an update that holds the extension attributes as they were read is an internal error',
    breaks: ['RESET-40', 'RESET-41', 'RESET-42', 'PROFILE-02'],
    change: updating((customer) => {
      if (customer.extension_attributes) throw new Breakdown('an extension attribute without a setter')
    }),
  },
  {
    id: 'update-duplicates-addresses',
    does: 'addresses written back as they were read are made anew',
    breaks: ['PROFILE-02', 'PROFILE-04', 'PROFILE-19', 'PROFILE-22', 'PROFILE-29'],
    change: updating(({ addresses, ...customer }) => ({
      ...customer,
      ...(Array.isArray(addresses) ? { addresses: addresses.map((address) => without(address, 'id')) } : {}),
    })),
  },
  {
    id: 'update-answers-true',
    does: 'an update answers true instead of the customer',
    breaks: [...withoutUpdate, 'WHOLE-01'],
    change: answering('customer.saveMe', () => true),
  },
  {
    id: 'update-not-stored',
    does: 'an update is answered with the new first name, which is not kept',
    breaks: ['PROFILE-03'],
    change: aroundUpdate(async (_, stored, save) => {
      const { firstname } = stored
      const answer = await save()
      stored.firstname = firstname
      return answer
    }),
  },
  {
    id: 'omitted-addresses-deleted',
    does: 'an update without addresses deletes them',
    breaks: ['PROFILE-04', 'PROFILE-31', 'PROFILE-32', 'PROFILE-33'],
    change: updating((customer) => ({ addresses: [], ...customer })),
  },
  {
    id: 'omitted-default-cleared',
    does: 'an update that names no default address takes the default away',
    origin: 'magento/magento2#7380',
    breaks: ['PROFILE-04'],
    change: aroundUpdate((customer, stored, save) => {
      if (!customer.default_billing && !customer.addresses) stored.default_billing = undefined
      return save()
    }),
  },
  {
    id: 'update-replaces-all',
    does: 'an update clears every optional field that it leaves out',
    breaks: ['PROFILE-05', 'PROFILE-08'],
    change: updating((customer) => ({ ...Object.fromEntries(optional.map((field) => [field, ''])), ...customer })),
  },
  {
    id: 'birth-date-lost-early',
    does: 'an update without the date of birth deletes it before 2.4.8',
    breaks: ['PROFILE-06'],
    release: '2.4.7-p6',
    origin: '2.4.8-p1',
    change: rule('omittedBirthDateIsDeleted', true),
  },
  {
    id: 'birth-date-kept',
    does: 'an update without the date of birth keeps it in 2.4.8',
    breaks: ['PROFILE-07'],
    origin: '2.4.7-p6',
    change: rule('omittedBirthDateIsDeleted', false),
  },
  {
    id: 'null-clears',
    does: 'a null in an update takes the value away',
    breaks: ['PROFILE-08'],
    change: updating((customer) => ({
      ...customer,
      ...Object.fromEntries(optional.filter((field) => customer[field] === null).map((field) => [field, ''])),
    })),
  },
  {
    id: 'website-required',
    does: 'an update that names no website is refused',
    breaks: [
      ...withoutUpdate,
      'RESET-41',
      'RESET-42',
      'PROFILE-07',
      'PROFILE-08',
      'PROFILE-11',
      'PROFILE-14',
      'PROFILE-19',
      'PROFILE-22',
      'PROFILE-32',
      'PROFILE-33',
      'PROFILE-35',
      'PROFILE-38',
      'PROFILE-39',
      'PROFILE-40',
      'PROFILE-41',
    ],
    origin: '2.4.1',
    change: updating(({ website_id }) => website_id || refuse(400, '"Associate to Website" is a required value.')),
  },
  {
    id: 'website-optional-early',
    does: 'an update that names no website is accepted in 2.4.1',
    breaks: ['PROFILE-10'],
    release: '2.4.1',
    change: updating((customer, call, shop) => ({ website_id: owner(call, shop).website_id, ...customer })),
  },
  {
    id: 'names-optional',
    does: 'an update without names keeps the stored ones',
    breaks: ['PROFILE-11', 'PROFILE-16'],
    change: updating((customer, call, shop) => {
      const { firstname, lastname } = owner(call, shop)
      return { firstname, lastname, ...customer }
    }),
  },
  {
    id: 'email-optional',
    does: 'an update without an e-mail keeps the stored one',
    breaks: ['PROFILE-12', 'PROFILE-16'],
    change: updating((customer, call, shop) => ({ email: owner(call, shop).email, ...customer })),
  },
  {
    id: 'empty-update-accepted',
    does: 'an update that holds no customer is answered with nothing',
    breaks: ['WHOLE-01', 'PROFILE-13'],
    change: answers(
      ({ route, body }, { status }) =>
        route?.operation === 'customer.saveMe' && status === 400 && body.toString() === '{}',
      ({ headers }) => ({ status: 200, value: [], headers: [...headers, ['X-Frame-Options', 'SAMEORIGIN']] }),
    ),
  },
  {
    id: 'update-takes-any-email',
    does: 'an update may take the e-mail of another account',
    breaks: ['PROFILE-14', 'PROFILE-16'],
    change: service('checkEmailIsFree', (check) => (email, website, own) => {
      if (own === undefined) check(email, website, own)
    }),
  },
  {
    id: 'update-takes-email-in-capitals',
    does: 'an update may take the e-mail of another account in other case',
    breaks: ['PROFILE-14', 'PROFILE-16'],
    change: service('checkEmailIsFree', (check) => (email, website, own) => {
      if (own === undefined || email === email.toLowerCase()) check(email, website, own)
    }),
  },
  {
    id: 'guests-update-by-email',
    does: 'an update without a token changes the account that has the e-mail',
    breaks: ['BODY-07', 'PROFILE-15', 'PROFILE-16', 'EXPIRY-14'],
    change: together(
      service('authorize', (authorize) => (call, access) => {
        return call.route?.operation === 'customer.saveMe' || authorize(call, access)
      }),
      operation('customer.saveMe', (call, inner, shop) => {
        const { email, website_id } = call.arguments.customer as { email?: string; website_id?: number }
        const found = shop.services.findCustomer(email ?? '', website_id ?? 1)
        call.user ??= { type: 'customer', id: found?.id ?? 0 }
        return inner(call)
      }),
    ),
  },
  {
    id: 'guests-update-refused-otherwise',
    does: 'an update without a token is refused with 400, as if a field were missing',
    breaks: ['BODY-07', 'PROFILE-15', 'EXPIRY-14'],
    change: answers(
      ({ route, user }) => route?.operation === 'customer.saveMe' && !user,
      () => ({
        status: 400,
        value: {
          message: '"%fieldName" is required. Enter and try again.',
          parameters: { fieldName: 'customerId' },
        },
      }),
    ),
  },
  {
    id: 'refused-but-renamed',
    does: 'an update that is refused has already changed the first name',
    breaks: ['PROFILE-16'],
    change: aroundUpdate((customer, stored, save) => {
      stored.firstname = String(customer.firstname ?? stored.firstname)
      return save()
    }),
  },
])
