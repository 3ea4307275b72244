import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, verified } from '../../src/judge/source.ts'
import { inapplicable } from '../../src/judge/unmet.ts'
import { resetLink } from '../reset/reset-link.scenario.ts'
import { expectSameProfile } from '../shared/profile.ts'
import { tokenRevocation } from './token-revocation.scenario.ts'

const account = 'module-customer/Model/AccountManagement.php'

requirementsOf(tokenRevocation).must(
  'CHANGE-19',
  'A password change leaves the rest of the profile unchanged: names, group, addresses and defaults',
  {
    why: 'A save of the whole customer loses fields that the request does not contain; lost data is noticed only at the next order.',
    source: [code(`${account}:1047`, '2.4.7-p6'), verified('what-an-update-leaves-out')],
  },
  ({ 'me after the e-mail': before, 'me after the password': after }) => {
    if (after.status === 401) return inapplicable('the change revoked the token with which the profile would be read')
    expectSameProfile(after, before)
  },
)

requirementsOf(resetLink).must(
  'RESET-65',
  'A password reset by link leaves the rest of the profile unchanged: names, group, addresses and defaults',
  {
    why: 'A save of the whole customer loses fields that the request does not contain; lost data is noticed only at the next order.',
    source: [code(`${account}:706`, '2.4.7-p6'), verified('what-an-update-leaves-out')],
  },
  ({ create, 'token from before': me }) => {
    if (me.status === 401) return inapplicable('the reset revoked the token with which the profile would be read')
    expectSameProfile(me, create)
  },
)
