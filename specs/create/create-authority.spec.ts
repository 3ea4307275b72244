import { all, has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { guestsKeptOut, without } from '../shared/circumstances.ts'
import { documentedValues } from '../shared/documented.ts'
import { noSuchPair } from '../shared/messages.ts'
import { createAuthority } from './create-authority.scenario.ts'

const whyNoTakeover =
  'Otherwise anybody takes over an account, or changes its name and address, by registering with its id, which is a small number to be guessed.'

const { must, should } = requirementsOf(createAuthority)

const manage = 'Magento_Customer::manage'

must(
  'CREATE-21',
  'a visitor who names a customer group is refused, in either spelling',
  {
    why: 'A group gives prices and tax classes. A visitor who could choose one would buy at wholesale prices; a client that sends the field has to see that it may not.',
    in: has('guest-group-is-refused'),
    unless: guestsKeptOut,
    source: [
      recorded('create/with-group#call'),
      code('module-customer/Model/AccountManagementApi.php:151', '2.4.7-p6'),
      verified('customer-groups'),
    ],
  },
  ({ 'with group_id': snake, 'with groupId': camel }) => {
    expect(snake).toBeUnauthorized(manage)
    expect(camel).toBeUnauthorized(manage)
  },
)

must(
  'CREATE-22',
  'a customer group that a visitor names is passed over, in either spelling: the account gets the shop’s default',
  {
    why: 'A group gives prices and tax classes: a visitor who could choose one would buy at wholesale prices. In these releases the client is not told, the account simply gets the default.',
    in: all(has('guest-group-is-dropped'), lacks('guest-group-is-refused')),
    unless: guestsKeptOut,
    source: [
      recorded('create/with-group#call'),
      code('module-customer/Model/AccountManagement.php:852', '2.3.7'),
      verified('customer-groups'),
    ],
  },
  ({ somebody, 'with group_id': snake, 'with groupId': camel }) => {
    for (const answer of [snake, camel]) {
      expect(answer).toSucceed()
      expect(answer.at('/group_id')).toEqual(somebody.at('/group_id'))
    }
  },
)

should(
  'CREATE-23',
  'a visitor cannot choose a customer group',
  {
    why: 'On these releases every visitor can register into a wholesale group and buy at its prices. An administrator should know it and upgrade.',
    advice: true,
    in: lacks('guest-group-is-dropped'),
    unless: guestsKeptOut,
    source: [recorded('create/with-group#call'), verified('customer-groups')],
    next: 'upgrade: 2.3.7 and 2.4.2-p1 were the first releases to pass such a group over',
  },
  ({ 'with group_id': answer }) => {
    expect(answer.at('/group_id')).toBe(
      'not the group sent',
      (group) => group !== answer.sent('/customer/group_id').value,
    )
  },
)

must(
  'CREATE-24',
  'a registration that carries the id of another customer is refused',
  {
    why: whyNoTakeover,
    unless: guestsKeptOut,
    source: [
      recorded('create/with-id#call'),
      code('module-customer/Model/AccountManagement.php:877', '2.4.7-p6'),
      verified('registration'),
    ],
  },
  ({ 'with the id of somebody': answer }) => {
    expect(answer).toBeRefusedWith(404, { message: noSuchPair })
    expect(answer.at('/parameters/fieldName')).toEqual('email')
    expect(answer.at('/parameters/fieldValue')).toEqual(answer.sent('/customer/email'))
  },
)

must(
  'CREATE-25',
  'a registration that carries the id and the e-mail of another customer is refused',
  {
    why: whyNoTakeover,
    unless: guestsKeptOut,
    source: [code('module-customer/Model/AccountManagement.php:884', '2.4.7-p6'), verified('registration')],
  },
  ({ 'with the id and e-mail of somebody': answer }) => {
    expect(answer).toBeRefusedWith(400, { message: 'This customer already exists in this store.' })
  },
)

must(
  'CREATE-26',
  'an address that carries the id of another customer’s address becomes a new address',
  {
    why: 'Otherwise a registration moves the address of another customer into the visitor’s account: an address book is read by counting up.',
    unless: [without('US'), guestsKeptOut],
    source: [code('module-customer/Model/AccountManagement.php:934', '2.4.7-p6')],
  },
  ({ somebody, 'with the address id of somebody': answer }) => {
    expect(answer).toSucceed()
    const theirs = somebody.at('/addresses/0/id').value
    expect(answer.at('/addresses/0/id'))
      .toBeOfType('integer')
      .toBe(`another id than ${theirs}`, (id) => id !== theirs)
    expect(answer.at('/addresses/0/customer_id')).toEqual(answer.at('/id'))
  },
)

must(
  'CREATE-27',
  'what others register changes nothing in an account that is there already',
  {
    why: whyNoTakeover,
    unless: guestsKeptOut,
    source: [
      code('module-customer/Model/AccountManagement.php:877', '2.4.7-p6'),
      recorded('create/with-id#call'),
      recorded('create/as-customer#second'),
    ],
  },
  ({ somebody, 'somebody afterwards': afterwards }) => {
    expect(afterwards).toSucceed()
    for (const pointer of documentedValues)
      if (pointer !== '/updated_at' && somebody.at(pointer).exists)
        expect(afterwards.at(pointer)).toEqual(somebody.at(pointer))
  },
)

must(
  'CREATE-28',
  'the answer to a registration holds no confirmation key, not even one that was sent',
  {
    why: 'Who registers with a foreign e-mail would read the key in the answer and confirm an account without owning the mailbox.',
    in: has('confirmation-key-is-hidden'),
    source: [
      recorded('create/with-confirmation#call'),
      recorded('confirm/required#create'),
      code('module-customer/Model/AccountManagementApi.php:139', '2.4.7-p6'),
      verified('registration'),
    ],
  },
  ({ 'with facts of its own': answer, somebody }) => {
    expect(answer).toSucceed()
    expect(answer.at('/confirmation')).toBeAbsent()
    expect(somebody.at('/confirmation')).toBeAbsent()
  },
)

should(
  'CREATE-29',
  'where an account was created in is for the shop to say, not for the visitor',
  {
    why: 'Reports and support go by where an account came from. A value that visitors choose is worth nothing, and may be text meant for an administrator’s page.',
    unless: guestsKeptOut,
    source: [
      recorded('create/with-created-at#call'),
      code('module-customer/Model/AccountManagement.php:912', '2.4.7-p6'),
    ],
  },
  ({ somebody, 'with facts of its own': answer }) => {
    expect(answer.at('/created_in')).toEqual(somebody.at('/created_in'))
  },
)

must(
  'CREATE-30',
  'registering with a token that is none works as without it',
  {
    why: 'An app whose stored token is stale still has to offer registration; else the customer sees a refusal that no form can mend.',
    unless: guestsKeptOut,
    source: [recorded('create/with-bad-token#call'), verified('registration')],
  },
  ({ 'with a bad token': answer }) => {
    expect(answer).toSucceed().toMatchSchema('customer')
    expect(answer.at('/email')).toEqual(answer.sent('/customer/email'))
  },
)

must(
  'CREATE-31',
  'registering with another customer’s token makes an account of its own',
  {
    why: 'On a shared device the last customer’s token is still in the header. The newcomer must get an own account and not touch the other.',
    unless: guestsKeptOut,
    source: [recorded('create/as-customer#second'), verified('registration')],
  },
  ({ somebody, 'as somebody': answer }) => {
    expect(answer).toSucceed()
    expect(answer.at('/email')).toEqual(answer.sent('/customer/email'))
    expect(answer.at('/id')).toBe(
      `another id than ${somebody.at('/id').value}`,
      (id) => id !== somebody.at('/id').value,
    )
  },
)

should(
  'CREATE-43',
  'custom attributes that are the shop’s own business are passed over',
  {
    why: 'What the shop keeps to itself, such as a reset token or the state of a lock, must not be set by whoever sends the field.',
    unless: guestsKeptOut,
    source: [recorded('create/custom-attribute-protected#call'), verified('custom-attributes')],
  },
  ({ 'with facts of its own': answer }) => {
    expect(answer).toSucceed()
    const { value = [] } = answer.at('/custom_attributes')
    const codes = Array.isArray(value) ? value.map((attribute) => attribute?.attribute_code) : [value]
    expect(answer.at('')).toBe(
      'no custom attribute "rp_token" or "password_hash"',
      () => !codes.includes('rp_token') && !codes.includes('password_hash'),
    )
  },
)

must(
  'CREATE-44',
  'a customer group that a visitor sends as a custom attribute is passed over',
  {
    why: 'The refusal of `group_id` is worth nothing if the same group can be had by another spelling: wholesale prices for everybody.',
    unless: guestsKeptOut,
    source: [verified('custom-attributes'), recorded('create/custom-attribute-protected#call')],
  },
  ({ somebody, 'with facts of its own': answer }) => {
    expect(answer).toSucceed()
    expect(answer.at('/group_id')).toEqual(somebody.at('/group_id'))
  },
)
