import { all, has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { known } from '../../src/judge/known.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { guestsKeptOut, without } from '../shared/circumstances.ts'
import { documentedValues } from '../shared/documented.ts'
import { noSuchPair } from '../shared/messages.ts'
import { createAuthority } from './create-authority.scenario.ts'

const whyNoTakeover =
  'Otherwise an attacker takes over an account, or changes its name and address, by registering with its id, which is a small number and easy to guess.'

const { must, should } = requirementsOf(createAuthority)

const manage = 'Magento_Customer::manage'

must(
  'CREATE-21',
  'A visitor’s registration with `group_id` or `groupId` is rejected as unauthorized',
  {
    why: 'The group decides prices and tax classes. A visitor able to set it could buy at wholesale prices; the error tells the client that the field is not allowed.',
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
  '`group_id` or `groupId` in a visitor’s registration is ignored: the account gets the default group',
  {
    why: 'The group decides prices and tax classes: a visitor able to set it could buy at wholesale prices. These releases return no error for the field.',
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
  'A visitor cannot set the customer group of a new account',
  {
    why: 'On these releases every visitor can register in a wholesale group and buy at its prices. Administrators should know this and upgrade.',
    advice: true,
    in: lacks('guest-group-is-dropped'),
    unless: guestsKeptOut,
    source: [recorded('create/with-group#call'), verified('customer-groups')],
    next: 'upgrade: 2.3.7 and 2.4.2-p1 are the first releases that ignore such a group',
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
  'A registration with the id of another customer is rejected with status 404',
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
  'A registration with the id and the e-mail of another customer is rejected with status 400',
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
  'An address sent with the id of another customer’s address is stored as a new address',
  {
    why: 'Otherwise a visitor moves addresses of other customers into a new account and can read them all by counting up ids.',
    unless: [without('US'), guestsKeptOut],
    source: [code('module-customer/Model/AccountManagement.php:934', '2.4.7-p6')],
  },
  ({ somebody, 'with the address id of somebody': answer }) => {
    expect(answer).toSucceed()
    const theirs = known(somebody.at('/addresses/0/id'))
    expect(answer.at('/addresses/0/id'))
      .toBeOfType('integer')
      .toBe(`another id than ${theirs}`, (id) => id !== theirs)
    expect(answer.at('/addresses/0/customer_id')).toEqual(answer.at('/id'))
  },
)

must(
  'CREATE-27',
  'Registrations with the ids or the token of an existing customer leave that customer unchanged',
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
  'The response to a registration contains no `confirmation` key, even if one was sent',
  {
    why: 'A visitor who registers with another person’s e-mail could read the key in the response and confirm the account without access to the mailbox.',
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
  '`created_in` is set by the shop; a value sent by a visitor is ignored',
  {
    why: 'Reports and support rely on the origin of an account. A value set by a visitor is useless and may hold markup aimed at an administrator’s page.',
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
  'A registration with an invalid token succeeds as one without a token does',
  {
    why: 'An app with a stale token must still be able to register customers; otherwise they see an error that they cannot fix in the form.',
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
  'A registration with another customer’s token creates a new account',
  {
    why: 'On a shared device, the last customer’s token may still be in the header. The new customer needs a separate account.',
    unless: guestsKeptOut,
    source: [recorded('create/as-customer#second'), verified('registration')],
  },
  ({ somebody, 'as somebody': answer }) => {
    expect(answer).toSucceed()
    expect(answer.at('/email')).toEqual(answer.sent('/customer/email'))
    const theirs = known(somebody.at('/id'))
    expect(answer.at('/id')).toBe(`another id than ${theirs}`, (id) => id !== theirs)
  },
)

should(
  'CREATE-43',
  'The custom attributes `rp_token` and `password_hash` in a registration are ignored',
  {
    why: 'Internal values such as reset tokens or password hashes must not be writable through the API.',
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
  '`group_id` sent by a visitor as a custom attribute is ignored',
  {
    why: 'Rejecting the field `group_id` is useless if the same group can be set in another way: everybody would get wholesale prices.',
    unless: guestsKeptOut,
    source: [verified('custom-attributes'), recorded('create/custom-attribute-protected#call')],
  },
  ({ somebody, 'with a bad token': plain, 'with facts of its own': answer }) => {
    expect(answer).toSucceed()
    // The address may put a customer into another group, so a customer without one is compared.
    expect(answer.at('/group_id')).toEqual((plain.status === 200 ? plain : somebody).at('/group_id'))
  },
)
