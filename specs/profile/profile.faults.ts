import { answers, rule } from '../../faults/change.ts'
import { to } from '../../faults/changes/answers.ts'
import { refuse, without } from '../../faults/changes/registrations.ts'
import { answering, aroundUpdate, owner, updating } from '../../faults/changes/updates.ts'
import { faults } from '../../faults/fault.ts'
import { Breakdown } from '../../reference/index.ts'
import { profileUpdates, withoutWholeProfile } from '../shared/broken-together.ts'

const optional = ['middlename', 'prefix', 'suffix', 'taxvat']

export const profileFaults = faults([
  {
    id: 'profile-times-in-iso',
    does: 'the profile has another time format than the response to a registration',
    breaks: [...withoutWholeProfile, 'PROFILE-16', 'PROFILE-18', 'PROFILE-26'],
    change: answering('customer.me', (me) => ({
      ...me,
      created_at: `${String(me.created_at).replace(' ', 'T')}Z`,
    })),
  },
  {
    id: 'profile-without-addresses',
    does: 'the profile omits the addresses',
    breaks: [
      'CREATE-27',
      'OBJECT-03',
      'OBJECT-04',
      'TOKEN-13',
      'ACCESS-41',
      'RESET-65',
      'WHOLE-01',
      'PROFILE-01',
      'PROFILE-03',
      'PROFILE-20',
      'PROFILE-29',
      'PROFILE-30',
      'PROFILE-36',
      'PROFILE-43',
      'PROFILE-46',
      'PROFILE-47',
      'ADMIN-02',
    ],
    change: answering('customer.me', (me) => without(me, 'addresses')),
  },
  {
    id: 'profile-not-written-back',
    does: 'an update that sends back the extension attributes as read causes an internal error',
    breaks: ['PROFILE-02', 'PROFILE-49'],
    change: updating((customer) => {
      if (customer.extension_attributes) throw new Breakdown('an extension attribute without a setter')
    }),
  },
  {
    id: 'update-duplicates-addresses',
    does: 'addresses sent back as read are created again instead of updated',
    breaks: ['PROFILE-02', 'PROFILE-04', 'PROFILE-19', 'PROFILE-22', 'PROFILE-29', 'PROFILE-46', 'PROFILE-52'],
    change: updating(({ addresses, ...customer }) => ({
      ...customer,
      ...(Array.isArray(addresses) ? { addresses: addresses.map((address) => without(address, 'id')) } : {}),
    })),
  },
  {
    id: 'update-answers-true',
    does: 'an update answers true instead of the customer',
    breaks: [
      'BIND-27',
      'WHOLE-01',
      'PROFILE-02',
      'PROFILE-03',
      'PROFILE-09',
      'PROFILE-17',
      'PROFILE-54',
      'PROFILE-23',
      'PROFILE-25',
      'PROFILE-26',
      'PROFILE-28',
      'PROFILE-29',
      'PROFILE-30',
      'PROFILE-51',
      'PROFILE-31',
      'PROFILE-36',
      'PROFILE-37',
      'PROFILE-53',
      'PROFILE-45',
      'PROFILE-46',
    ],
    change: answering('customer.saveMe', () => true),
  },
  {
    id: 'update-not-stored',
    does: 'an update returns the new first name but does not store it',
    breaks: ['PROFILE-03', 'PROFILE-45'],
    change: aroundUpdate(async (_, stored, save) => {
      const { firstname } = stored
      const answer = await save()
      stored.firstname = firstname
      return answer
    }),
  },
  {
    id: 'omitted-addresses-deleted',
    does: 'an update without `addresses` deletes the addresses',
    breaks: ['PROFILE-04', 'PROFILE-51', 'PROFILE-31', 'PROFILE-32', 'PROFILE-33', 'PROFILE-46', 'PROFILE-47'],
    change: updating((customer) => ({ addresses: [], ...customer })),
  },
  {
    id: 'omitted-default-cleared',
    does: 'an update without the default addresses clears them',
    origin: 'magento/magento2#7380',
    breaks: ['PROFILE-04'],
    change: aroundUpdate((customer, stored, save) => {
      if (!customer.default_billing && !customer.addresses) stored.default_billing = undefined
      return save()
    }),
  },
  {
    id: 'update-replaces-all',
    does: 'an update clears every optional field that is not sent',
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
    does: 'null in an update clears the field',
    breaks: ['PROFILE-08'],
    change: updating((customer) => ({
      ...customer,
      ...Object.fromEntries(optional.filter((field) => customer[field] === null).map((field) => [field, ''])),
    })),
  },
  {
    id: 'website-required',
    does: 'an update without `website_id` is rejected',
    breaks: [...profileUpdates, 'PROFILE-14', 'PROFILE-19', 'PROFILE-37', 'PROFILE-57'],
    origin: '2.4.1',
    change: updating(({ website_id }) => website_id || refuse(400, '"Associate to Website" is a required value.')),
  },
  {
    id: 'website-optional-early',
    does: 'an update without `website_id` is accepted in 2.4.1',
    breaks: ['PROFILE-10'],
    release: '2.4.1',
    change: updating((customer, call, shop) => ({ website_id: owner(call, shop).website_id, ...customer })),
  },
  {
    id: 'profile-loses-its-store-after-a-change',
    does: 'the response to a profile update lacks `created_in`',
    breaks: ['WHOLE-01', 'PROFILE-02', 'PROFILE-03', 'PROFILE-37'],
    change: answers(to('customer.saveMe'), ({ value }) => ({ value: { ...(value as object), created_in: undefined } })),
  },
])
