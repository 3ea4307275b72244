import { has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, thread, verified } from '../../src/judge/source.ts'
import { requiring, without } from '../shared/circumstances.ts'
import { requiredValue } from '../shared/messages.ts'
import { expectSameAddresses, expectSameProfile } from '../shared/profile.ts'
import { profileUpdate } from './profile-update.scenario.ts'

const { must, should, may } = requirementsOf(profileUpdate)
const repository = 'module-customer/Model/ResourceModel/CustomerRepository.php'

must(
  'PROFILE-01',
  'The profile equals the response to creating the account',
  {
    why: 'A client keeps the registration’s response. If the profile differs, one of the two pages shows wrong data.',
    source: [recorded('bearer/reach#me'), recorded('me/update#create'), verified('reading-and-writing-the-profile')],
  },
  ({ create, me }) => {
    expect(me).toSucceed().toMatchSchema('customer')
    expectSameProfile(me, create)
  },
)

must(
  'PROFILE-02',
  'Writing back the profile as it was read changes nothing',
  {
    why: 'Every profile form reads the profile, changes a field and writes it all back. If that alone changes something, each save damages the account.',
    source: [verified('reading-and-writing-the-profile'), code(`${repository}:204`, '2.4.7-p6')],
  },
  ({ me, 'put back': back }) => expectSameProfile(back, me),
)

must(
  'PROFILE-03',
  'A changed name appears in the response and in the next read',
  {
    why: 'Otherwise the customer sees the new name, while parcel and invoice still carry the old one.',
    source: [recorded('me/update#rename'), recorded('me/update#renamed'), verified('reading-and-writing-the-profile')],
  },
  ({ me, rename, 'me after the rename': after }) => {
    expect(rename).toSucceed().toMatchSchema('customer')
    for (const answer of [rename, after]) {
      expect(answer.at('/firstname')).toEqual(rename.sent('/customer/firstname'))
      for (const field of ['id', 'email', 'lastname', 'group_id', 'website_id', 'store_id'])
        expect(answer.at(`/${field}`)).toEqual(me.at(`/${field}`))
    }
    expectSameProfile(after, rename, { except: ['dob'] })
  },
)

must(
  'PROFILE-04',
  'An update without `addresses` leaves addresses and defaults unchanged',
  {
    why: 'A form for the name does not send addresses. If they were lost, correcting a typo would empty the address book.',
    unless: without('US'),
    source: [code(`${repository}:254`, '2.4.7-p6'), verified('default-addresses'), thread('magento/magento2#7380')],
  },
  ({ me, 'me after the rename': after }) => {
    expectSameAddresses(after, me)
    expect(after.at('/default_billing')).toEqual(me.at('/default_billing'))
    expect(after.at('/default_shipping')).toEqual(me.at('/default_shipping'))
  },
)

must(
  'PROFILE-05',
  'Middle name, prefix, suffix, tax number and gender stay unchanged when omitted',
  {
    why: 'A form that knows three fields must not erase the others. Tax numbers are entered once, and missed at the audit.',
    source: [verified('what-an-update-leaves-out'), code(`${repository}:204`, '2.4.7-p6')],
  },
  ({ create, 'me after the rename': after }) => {
    for (const field of ['middlename', 'prefix', 'suffix', 'taxvat', 'gender'])
      expect(after.at(`/${field}`)).toEqual(create.sent(`/customer/${field}`))
  },
)

must(
  'PROFILE-06',
  'The date of birth stays unchanged when omitted',
  {
    why: 'Forms that do not show the birthday must not erase it. From 2.4.8 they do: a client has to send it from then on.',
    in: lacks('omitted-birth-date-is-deleted'),
    source: [verified('what-an-update-leaves-out')],
  },
  ({ create, 'me after the rename': after }) => {
    expect(after.at('/dob')).toEqual(create.sent('/customer/dob'))
  },
)

may(
  'PROFILE-07',
  'From 2.4.8, an update without the date of birth deletes it',
  {
    why: 'A client that does not send the birthday deletes it with each save from 2.4.8 on, and with it the proof of age.',
    in: has('omitted-birth-date-is-deleted'),
    unless: requiring('dob'),
    source: [verified('what-an-update-leaves-out')],
  },
  ({ create, me, 'me after the rename': after }) => {
    expect(me.at('/dob')).toEqual(create.sent('/customer/dob'))
    expect(after).toSucceed()
    expect(after.at('/dob')).toBeAbsent()
  },
)

should(
  'PROFILE-08',
  'A null leaves a value unchanged, an empty string deletes it',
  {
    why: 'A form that sends null to clear a field clears nothing, and one that sends an empty string by mistake clears it.',
    unless: requiring('taxvat'),
    source: [verified('what-an-update-leaves-out')],
  },
  ({ create, clear, 'me after clearing': after }) => {
    expect(clear).toSucceed()
    expect(after.at('/middlename')).toEqual(create.sent('/customer/middlename'))
    expect(after.at('/taxvat')).toBeAbsent()
  },
)

must(
  'PROFILE-09',
  'An update without `website_id` is accepted',
  {
    why: 'Clients do not know the website’s id. If it were required, every profile form without it would fail.',
    in: has('profile-forces-identity'),
    source: [recorded('me/update#no-website'), code('module-customer/etc/webapi.xml:137', '2.4.7-p6')],
  },
  ({ me, 'without a website': answer }) => {
    expect(answer).toSucceed()
    expect(answer.at('/website_id')).toEqual(me.at('/website_id'))
  },
)

may(
  'PROFILE-10',
  'Older releases reject an update without `website_id`',
  {
    why: 'A client written for a newer release cannot save any profile here.',
    in: lacks('profile-forces-identity'),
    source: [recorded('me/update#no-website'), verified('what-a-customer-cannot-change')],
  },
  ({ 'without a website': answer }) => {
    expect(answer).toBeRefusedWith(400, { message: requiredValue })
  },
)
