import { any, has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { without } from '../shared/circumstances.ts'
import { duplicateEmail } from '../shared/messages.ts'
import { addressesOf, expectNotFound, expectSameAddresses, expectSameProfile, unknownId } from '../shared/profile.ts'
import { longAgo, profileOwnData } from './profile-own-data.scenario.ts'

const whyOthers =
  'Ids are small numbers. If an id in the body or query decided whose data is read or written, every customer could read and change the data of others.'

const { must, should, may } = requirementsOf(profileOwnData)
const routes = 'module-customer/etc/webapi.xml'

must(
  'PROFILE-17',
  'An update with another customer’s id changes only the sender’s own account',
  { why: whyOthers, source: [recorded('me/update#other-id'), code(`${routes}:143`, '2.4.7-p6')] },
  ({ create, 'id of the other': answer }) => {
    expect(answer).toSucceed()
    expect(answer.at('/id')).toEqual(create.at('/id'))
    expect(answer.at('/firstname')).toEqual(answer.sent('/customer/firstname'))
  },
)

must(
  'PROFILE-18',
  'A customer’s requests do not change another customer’s profile',
  { why: whyOthers, source: [recorded('me/update#other-id'), code(`${routes}:143`, '2.4.7-p6')] },
  ({ 'create the other': before, 'the other afterwards': afterwards }) =>
    expectSameProfile(afterwards, before, { except: ['addresses', 'default_billing', 'default_shipping'] }),
)

must(
  'PROFILE-19',
  'An update that contains another customer’s address is rejected',
  {
    why: 'Ids are small numbers. If an id in the body or query decided whose data is written, every customer could change the data of others. With an error, the client sees its mistake.',
    in: has('profile-forces-identity'),
    unless: without('US'),
    source: [
      code('module-customer/Model/Address/Validator/Customer.php:48', '2.4.7-p6'),
      verified('addresses-of-an-update'),
    ],
  },
  ({ 'address of the other': answer }, shop) => {
    const message = shop.is(has('foreign-address-in-other-words'))
      ? duplicateEmail
      : 'Provided customer ID "%customer_id" isn\'t related to current customer address.'
    expect(answer).toBeRefusedWith(400, { message })
  },
)

must(
  'PROFILE-20',
  'A customer’s requests neither change nor take another customer’s addresses',
  {
    why: 'Otherwise every customer could delete or take all other customers’ addresses by trying ids.',
    in: has('profile-forces-identity'),
    unless: without('US'),
    source: [
      code('module-customer/Model/Address/Validator/Customer.php:48', '2.4.7-p6'),
      verified('addresses-of-an-update'),
    ],
  },
  ({ 'create the other': before, 'the other afterwards': afterwards }) => {
    expect(afterwards).toSucceed()
    expectSameAddresses(afterwards, before)
  },
)

must(
  'PROFILE-54',
  'An address sent with another customer’s id in it becomes the sender’s own',
  {
    why: 'The next order of the other customer would go to an address that a stranger put there.',
    unless: without('US'),
    source: [
      code('module-customer/Model/ResourceModel/CustomerRepository.php:276', '2.4.7-p6'),
      verified('addresses-of-an-update'),
    ],
  },
  ({ create, 'create the other': other, 'address for the other': answer, 'the other afterwards': afterwards }) => {
    const isElsewhere = ({ city }: Readonly<Record<string, unknown>>) => city === 'Elsewhere'
    expect(answer).toSucceed()
    expect(answer.at('/addresses')).toBe(`the address, as one of customer ${create.at('/id').value},`, () =>
      addressesOf(answer).some((one) => isElsewhere(one) && one.customer_id === create.at('/id').value),
    )
    expect(afterwards.at('/addresses')).toBe(`none that customer ${other.at('/id').value} did not enter`, () =>
      addressesOf(afterwards).every((one) => !isElsewhere(one)),
    )
  },
)

may(
  'PROFILE-21',
  'Older releases let a customer take another customer’s address',
  {
    why: 'Every customer can take addresses of others by counting ids. This vulnerability was fixed in a later release. An administrator of such a shop has to know it, and a mock of this release has to have it.',
    in: lacks('profile-forces-identity'),
    unless: without('US'),
    source: [verified('addresses-of-an-update')],
  },
  ({ 'address of the other': answer, 'the other afterwards': afterwards }) => {
    expect(answer).toSucceed()
    expect(afterwards.at('/addresses')).toEqual([])
  },
)

must(
  'PROFILE-22',
  'An unknown address id is rejected as not found',
  {
    why: 'A client with a stale id gets an error, instead of filling the address book with copies.',
    source: [verified('addresses-of-an-update')],
  },
  ({ 'unknown address': answer }) => {
    expectNotFound(answer, 'addressId', unknownId)
  },
)

must(
  'PROFILE-23',
  'A customer cannot change their own group, in either spelling of the key',
  {
    why: 'A group gives prices and tax classes. A customer who could choose one would buy at wholesale prices.',
    in: has('profile-forces-group'),
    source: [recorded('me/update#group'), recorded('me/update#after-group'), verified('what-a-customer-cannot-change')],
  },
  ({ create, 'group of own choice': answer, 'me after choosing': me }) => {
    expect(answer).toSucceed()
    for (const shown of [answer, me]) expect(shown.at('/group_id')).toEqual(create.at('/group_id'))
  },
)

may(
  'PROFILE-24',
  'Older releases let a customer change their own group',
  {
    why: 'A group gives prices and tax classes. Every customer can choose wholesale prices. This vulnerability was fixed in a later release. An administrator of such a shop has to know it, and a mock of this release has to have it.',
    in: lacks('profile-forces-group'),
    source: [recorded('me/update#group'), verified('what-a-customer-cannot-change')],
  },
  ({ 'group of own choice': answer }) => {
    expect(answer).toSucceed()
    expect(answer.at('/group_id')).toEqual(answer.sent('/customer/group_id'))
  },
)

must(
  'PROFILE-25',
  'A customer cannot move to another website or store view',
  {
    why: 'Another website has other prices, taxes and terms. The shop decides which one a customer belongs to.',
    in: has('profile-forces-identity'),
    source: [code(`${routes}:143`, '2.4.7-p6'), verified('what-a-customer-cannot-change')],
  },
  ({ create, 'website of own choice': answer, 'me after choosing': me }) => {
    expect(answer).toSucceed()
    for (const shown of [answer, me])
      for (const field of ['website_id', 'store_id']) expect(shown.at(`/${field}`)).toEqual(create.at(`/${field}`))
  },
)

should(
  'PROFILE-26',
  'A customer cannot change `created_at`',
  {
    why: 'Loyalty, warranty and fraud checks use the age of an account. A date that customers can choose is worthless.',
    in: has('creation-time-is-kept'),
    source: [
      code('module-customer/Model/ResourceModel/CustomerRepository.php:218', '2.4.7-p6'),
      verified('what-a-customer-cannot-change'),
    ],
  },
  ({ create, 'group of own choice': answer, 'me after choosing': me }) => {
    for (const shown of [answer, me]) expect(shown.at('/created_at')).toEqual(create.at('/created_at'))
  },
)

may(
  'PROFILE-27',
  'Older releases let a customer change `created_at`',
  {
    why: 'Loyalty and fraud checks go by the age of an account, which customers can choose here. This vulnerability was fixed in a later release. An administrator of such a shop has to know it, and a mock of this release has to have it.',
    in: lacks('creation-time-is-kept'),
    source: [verified('what-a-customer-cannot-change')],
  },
  ({ 'group of own choice': answer }) => {
    expect(answer.at('/created_at')).toEqual(longAgo)
  },
)

must(
  'PROFILE-28',
  'Another customer’s id in the query reveals none of that customer’s data',
  {
    why: whyOthers,
    in: any(lacks('admin-update-merges'), has('profile-forces-query')),
    source: [code('module-customer/Model/Plugin/UpdateCustomer.php:66', '2.4.7-p6'), verified('whose-profile')],
  },
  ({ create, 'other customer in the query': answer }) => {
    expect(answer).toSucceed()
    expect(answer.at('/id')).toEqual(create.at('/id'))
    for (const field of ['middlename', 'taxvat'])
      if (create.at(`/${field}`).exists) expect(answer.at(`/${field}`)).toEqual(create.at(`/${field}`))
      else expect(answer.at(`/${field}`)).toBeAbsent()
  },
)
