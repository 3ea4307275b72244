import { has } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, thread, verified } from '../../src/judge/source.ts'
import { createAsAdministrator } from './create-as-administrator.scenario.ts'

const { should } = requirementsOf(createAsAdministrator)

should(
  'CREATE-39',
  'an administrator may name the customer group of a new customer',
  {
    why: 'A connector that registers wholesale customers depends on it; without it they all see retail prices.',
    source: [
      recorded('create/with-group-as-admin#call'),
      code('module-customer/Model/AccountManagementApi.php:151', '2.4.7-p6'),
    ],
  },
  ({ 'in the default group': answer }) => {
    expect(answer).toSucceed().toMatchSchema('customer')
    expect(answer.at('/group_id')).toEqual(answer.sent('/customer/group_id'))
  },
)

should(
  'CREATE-40',
  'a customer group that does not exist is refused to an administrator',
  {
    why: 'A customer in a group that does not exist has no prices and no tax class, and breaks the pages that look the group up.',
    in: has('unknown-group-is-refused'),
    source: [
      code('module-customer/Model/ResourceModel/CustomerRepository.php:351', '2.4.7-p6'),
      verified('customer-groups'),
      thread('magento/magento2#28064'),
    ],
  },
  ({ 'in an unknown group': answer }) => {
    expect(answer).toBeRefusedWith(400, { message: 'The specified customer group id does not exist.' })
  },
)
