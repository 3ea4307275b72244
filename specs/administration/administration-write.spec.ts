import { has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, thread, verified } from '../../src/judge/source.ts'
import { inapplicable } from '../../src/judge/unmet.ts'
import { without } from '../shared/circumstances.ts'
import { asAdministrator, permitted } from '../shared/permitted.ts'
import { expectNotFound, expectSameAddresses, unknownId } from '../shared/profile.ts'
import { administrationCreate } from './administration-create.scenario.ts'
import { administrationWrite, adminMerges, unknownGroup } from './administration-write.scenario.ts'

const { must, should, may } = asAdministrator(requirementsOf(administrationWrite))
const plugin = 'module-customer/Model/Plugin/UpdateCustomer.php'

requirementsOf(administrationCreate).must(
  'ADMIN-24',
  'An administrator creates a customer in a chosen group',
  {
    why: 'Wholesale customers are created this way. If the group is ignored, they see retail prices.',
    source: [recorded('create/with-group-as-admin#call'), code('module-customer/etc/webapi.xml:125', '2.4.7-p6')],
  },
  ({ 'create in a group': answer, validate }) => {
    // Both requests need the same permission; without it, this refusal is no evidence.
    if (answer.status === 401) permitted(validate)
    // Releases that do not refuse the group ignore it.
    if (answer.at('/group_id').value !== answer.sent('/customer/group_id').value) permitted(validate)
    if (answer.status === 400) inapplicable('the shop has no such customer group')
    expect(answer).toSucceed()
    expect(answer.at('/group_id')).toEqual(answer.sent('/customer/group_id'))
  },
)

must(
  'ADMIN-25',
  'An administrator updates a customer by sending the whole object, and its addresses stay',
  {
    why: 'Every tool reads, changes and writes back the whole. If that fails or loses addresses, each edit costs the customer data.',
    unless: without('US'),
    source: [code('module-customer/etc/webapi.xml:131', '2.4.7-p6'), verified('customers-of-an-administrator')],
  },
  ({ create, 'change in whole': answer, read }) => {
    expect(answer).toSucceed().toMatchSchema('customer')
    for (const shown of [answer, read]) {
      expect(shown.at('/id')).toEqual(create.at('/id'))
      expect(shown.at('/lastname')).toEqual('Roe')
      expect(shown.at('/middlename')).toEqual('Quinn')
      expectSameAddresses(shown, create)
    }
  },
)

must(
  'ADMIN-26',
  'An administrator updates a customer by sending only the changed fields',
  {
    why: 'Connectors send the fields they own. Where they have to send the whole customer they overwrite what others changed meanwhile.',
    in: adminMerges,
    source: [
      code(`${plugin}:46`, '2.4.1'),
      verified('customers-of-an-administrator'),
      thread('magento/magento2#21237'),
      thread('magento/magento2#38878'),
    ],
  },
  ({ create, 'change in whole': whole, 'change the group': grouped, 'change in part': answer, read }) => {
    expect(answer).toSucceed()
    // The shop may have no other group.
    const earlier = grouped.status === 200 ? grouped : whole
    for (const shown of [answer, read]) {
      expect(shown.at('/id')).toEqual(create.at('/id'))
      expect(shown.at('/firstname')).toEqual('Janet')
      for (const field of ['email', 'lastname', 'middlename', 'group_id', 'website_id', 'store_id', 'created_in'])
        expect(shown.at(`/${field}`)).toEqual(earlier.at(`/${field}`))
      expectSameAddresses(shown, create)
    }
  },
)

must(
  'ADMIN-27',
  'An update of an unknown customer is rejected as not found',
  {
    why: 'If the customer were created instead, the next import would restore deleted customers, and data that had to be erased.',
    source: [code('module-customer/Model/CustomerRegistry.php:124', '2.4.7-p6'), verified('refusals')],
  },
  ({ 'change an unknown one': answer }) => expectNotFound(answer, 'customerId', unknownId),
)

should(
  'ADMIN-28',
  'An unknown customer group is rejected',
  {
    why: 'A customer in a group that does not exist has no prices and breaks the pages that look the group up.',
    in: has('unknown-group-is-refused'),
    source: [
      code('module-customer/Model/ResourceModel/CustomerRepository.php:351', '2.4.7-p6'),
      verified('customer-groups'),
    ],
  },
  ({ 'unknown group': answer }) => {
    expect(answer).toBeRefusedWith(400, { message: 'The specified customer group id does not exist.' })
  },
)

may(
  'ADMIN-29',
  'Older releases store an unknown customer group',
  {
    why: 'These releases accept any number: a connector with a wrong group creates customers without prices, and gets no error.',
    in: lacks('calls-itself-2.4'),
    source: [verified('customer-groups')],
  },
  ({ 'unknown group': answer }) => {
    expect(answer).toSucceed()
    expect(answer.at('/group_id')).toEqual(unknownGroup)
  },
)

must(
  'ADMIN-30',
  'Validating a customer without an id returns `valid` and `messages`',
  {
    why: 'An import validates before it writes. If it cannot validate customers that do not exist yet, it fails halfway.',
    source: [code('module-customer/etc/webapi.xml:218', '2.4.7-p6'), verified('customers-of-an-administrator')],
  },
  ({ validate, 'validate without names': nameless }) => {
    for (const answer of [validate, nameless]) {
      expect(answer).toSucceed()
      expect(answer.at('/valid')).toBeOfType('boolean')
      expect(answer.at('/messages')).toBe('a list of texts', isTexts)
    }
  },
)

should(
  'ADMIN-31',
  'A complete customer is valid; one without names is invalid, with a message for each name',
  {
    why: 'An import that is told "valid" for all finds out while writing; a form without the messages cannot say what to correct.',
    source: [verified('customers-of-an-administrator')],
  },
  ({ validate, 'validate without names': nameless }) => {
    expect(validate).toAnswer({ valid: true, messages: [] })
    expect(nameless.at('/valid')).toEqual(false)
    expect(nameless.at('/messages')).toBe('two texts or more', (value) => isTexts(value) && value.length >= 2)
  },
)

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string')
}
