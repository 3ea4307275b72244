import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, doc, recorded } from '../../src/judge/source.ts'
import { plusAddress } from './plus-address.scenario.ts'

const { must } = requirementsOf(plusAddress)
const service = code('module-integration/Model/CustomerTokenService.php:98', '2.4.7-p6')

must(
  'TOKEN-37',
  'The e-mail is stored and returned with its capitals and its plus sign',
  {
    why: 'Mail servers may tell capitals apart, and the tag sorts the mail. A changed address receives no order confirmation.',
    source: [doc('order-create-customer'), code('module-customer/Model/AccountManagement.php:984', '2.4.7-p6')],
  },
  ({ create, me }) => {
    expect(create).toSucceed()
    expect(create.at('/email')).toEqual(create.sent('/customer/email'))
    expect(me.at('/email')).toEqual(create.sent('/customer/email'))
  },
)

must(
  'TOKEN-38',
  'A customer whose e-mail has a plus sign logs in with it',
  {
    why: 'Many customers register with a tag behind a plus sign. A login that decodes the plus sign as a blank locks them out.',
    source: [service, recorded('token/valid#token')],
  },
  ({ create, issue }) => {
    expect(create).toSucceed()
    expect(issue).toSucceed()
    expect(issue.at('')).toBeOfType('string')
  },
)

must(
  'TOKEN-39',
  'A login is rejected where the e-mail differs from the registered one in its tag',
  {
    why: 'With the tag ignored, two accounts share one login, and the password of one opens the other.',
    source: [service, recorded('token/valid#token')],
  },
  ({ issue, 'without the tag': untagged, 'blank in place of the plus': blank }) => {
    expect(issue).toSucceed()
    for (const answer of [untagged, blank]) expect(answer).toHaveStatus(401)
  },
)
