import { has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, thread, verified } from '../../src/judge/source.ts'
import { required } from '../shared/messages.ts'
import { resetLink } from './reset-link.scenario.ts'

const { must, should, may } = requirementsOf(resetLink)

must(
  'RESET-35',
  'From 2.3.7-p3 and 2.4.3-p2, a reset with a token and an empty e-mail is rejected',
  {
    why: 'If the token alone identifies the account, one guess is tried against all accounts at once. Clients have to send the e-mail since then.',
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
  'Before 2.3.7-p3 and 2.4.3-p2, a reset with an empty e-mail finds the customer by the token',
  {
    why: 'Clients of these releases may leave the e-mail empty, and stop working with the security patch. Developers should find out before they upgrade.',
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
  'A token issued before a reset still gives access to the profile',
  {
    why: 'The customer’s other devices stay logged in, and so does a thief. A client must not promise that a reset ends all sessions.',
    source: [recorded('reset/whole#old-token'), verified('what-a-token-survives')],
  },
  ({ create, 'token from before': me }) => {
    expect(me).toSucceed()
    expect(me.at('/id')).toEqual(create.at('/id'))
  },
)

should(
  'RESET-38',
  'A reset revokes the tokens issued before it',
  {
    why: 'Customers reset the password when they suspect a stranger in the account. On every Magento the stranger stays logged in until the token expires.',
    advice: true,
    source: [recorded('reset/whole#old-token'), code('module-customer/Model/AccountManagement.php:706', '2.4.7-p6')],
  },
  ({ 'token from before': me }) => {
    expect(me).toBeUnauthorized()
  },
)
