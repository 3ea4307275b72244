import { expect } from '../../src/judge/expect.ts'
import { succeeded } from '../../src/judge/known.ts'
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
  'A customer can log in with an e-mail that contains a plus sign',
  {
    why: 'Many customers register with a tag after a plus sign. A login that decodes the plus sign as a space locks them out.',
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
  'A login without the tag of the e-mail, or with a space for its plus sign, is rejected',
  {
    why: 'With the tag ignored, two accounts share one login, and the password of one opens the other.',
    source: [service, recorded('token/valid#token')],
  },
  ({ issue, 'without the tag': untagged, 'blank in place of the plus': blank }) => {
    expect(issue).toSucceed()
    for (const answer of [untagged, blank]) expect(answer).toHaveStatus(401)
  },
)

must(
  'CREATE-46',
  'E-mails that differ in a dot or in the tag after a plus sign register as different customers',
  {
    why: 'Only some mail providers treat them alike. Elsewhere they belong to two people, and the second one can never register.',
    source: [
      code('module-customer/Model/AccountManagement.php:984', '2.4.7-p6'),
      recorded('create/duplicate-email#again'),
    ],
  },
  ({ create, 'create without the tag': untagged, 'create another': plain, 'create with a dot': dotted }) => {
    for (const [answer, earlier] of [
      [untagged, create],
      [dotted, plain],
    ] as const) {
      succeeded(earlier)
      expect(answer).toSucceed()
      expect(answer.at('/email')).toEqual(answer.sent('/customer/email'))
      expect(answer.at('/id')).toBe('another id', (id) => id !== earlier.at('/id').value)
    }
  },
)
