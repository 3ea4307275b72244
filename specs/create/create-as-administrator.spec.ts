import { has } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, thread, verified } from '../../src/judge/source.ts'
import { permitted } from '../shared/permitted.ts'
import { createAsAdministrator } from './create-as-administrator.scenario.ts'

const { should } = requirementsOf(createAsAdministrator)

should(
  'CREATE-39',
  'An administrator can set the customer group of a new customer',
  {
    why: 'Connectors that register wholesale customers depend on it. Without it, these customers get retail prices.',
    source: [
      recorded('create/with-group-as-admin#call'),
      code('module-customer/Model/AccountManagementApi.php:151', '2.4.7-p6'),
    ],
  },
  ({ 'in the default group': answer, permission }) => {
    // Both requests need the same permission; without it, this refusal is no evidence.
    if (answer.status === 401) permitted(permission)
    expect(answer).toSucceed().toMatchSchema('customer')
    expect(answer.at('/group_id')).toEqual(answer.sent('/customer/group_id'))
  },
)

should(
  'CREATE-40',
  'A request by an administrator with an unknown customer group is rejected with status 400',
  {
    why: 'A customer in a missing group has no prices and no tax class, and pages that look up the group fail.',
    in: has('unknown-group-is-refused'),
    source: [
      code('module-customer/Model/ResourceModel/CustomerRepository.php:351', '2.4.7-p6'),
      verified('customer-groups'),
      thread('magento/magento2#28064'),
    ],
  },
  ({ 'in an unknown group': answer, permission }) => {
    if (answer.status === 401) permitted(permission)
    expect(answer).toBeRefusedWith(400, { message: 'The specified customer group id does not exist.' })
  },
)
