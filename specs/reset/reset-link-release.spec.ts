import { has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, thread, verified } from '../../src/judge/source.ts'
import { required } from '../shared/messages.ts'
import { resetLink } from './reset-link.scenario.ts'

const { must, should, may } = requirementsOf(resetLink)

must(
  'RESET-35',
  'from 2.3.7-p3 and 2.4.3-p2 a token alone, without the e-mail it was sent to, sets no password',
  {
    why: 'Finding the account by the token alone lets one guess try all accounts at once; clients have to send the e-mail since then.',
    in: has('reset-needs-email'),
    source: [
      recorded('reset/empty-email-known-token#reset'),
      code('module-customer/Model/AccountManagement.php:708', '2.4.7-p6'),
      thread('magento/magento2#35726'),
    ],
  },
  ({ 'empty e-mail': reset }) => {
    expect(reset).toBeRefusedWith(400, required('email'))
  },
)

may(
  'RESET-36',
  'before 2.3.7-p3 and 2.4.3-p2 an empty e-mail finds the customer by the token',
  {
    why: 'Clients of these releases may leave the e-mail empty, and stop working with the security patch: who upgrades should find out before.',
    in: lacks('reset-needs-email'),
    source: [
      recorded('reset/empty-email-known-token#reset'),
      code('module-customer/Model/AccountManagement.php:711', '2.3.7-p2'),
      thread('magento/magento2#35726'),
    ],
  },
  ({ 'empty e-mail': reset }) => {
    expect(reset).toAnswer(true)
  },
)

may(
  'RESET-37',
  'a token issued before a reset still opens the profile',
  {
    why: 'The customer’s other devices stay logged in; so does a thief. A client must not promise that a reset ends all sessions.',
    source: [recorded('reset/whole#old-token'), verified('what-a-token-survives')],
  },
  ({ create, reset, 'token from before': me }) => {
    expect(reset).toAnswer(true)
    expect(me).toSucceed()
    expect(me.at('/id')).toEqual(create.at('/id'))
  },
)

should(
  'RESET-38',
  'a reset ends the tokens issued before it, so that whoever holds one is out',
  {
    why: 'Customers reset the password when they suspect a stranger in the account. On every Magento the stranger stays until the token ends.',
    advice: true,
    source: [recorded('reset/whole#old-token'), code('module-customer/Model/AccountManagement.php:706', '2.4.7-p6')],
  },
  ({ reset, 'token from before': me }) => {
    expect(reset).toAnswer(true)
    expect(me).toBeUnauthorized()
  },
)
