import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { required, signInFailed } from '../shared/messages.ts'
import { asAdministrator } from '../shared/permitted.ts'
import { administratorAccess } from './administrator-access.scenario.ts'

const { must, should } = asAdministrator(requirementsOf(administratorAccess))

must(
  'ACCESS-28',
  'An administrator’s token reads a customer by id',
  {
    why: 'Support desks and connectors read customers in this way and fail without it.',
    source: [recorded('bearer/reach#admin-by-id'), code('module-customer/etc/webapi.xml:119', '2.4.7-p6')],
  },
  ({ create, 'by id': read }) => {
    expect(read).toSucceed()
    expect(read.at('/id')).toEqual(create.at('/id'))
    expect(read.at('/email')).toEqual(create.at('/email'))
  },
)

should(
  'ACCESS-29',
  '`GET customers/me` with an administrator’s token is rejected: `customerId` is missing, or 401',
  {
    why: 'An administrator has no customer profile. If data were returned, it would belong to some customer, and a write would change that customer.',
    source: [
      recorded('bearer/none#admin'),
      verified('whose-profile'),
      code('framework/Authorization/Policy/Acl.php', '2.4.7-p6'),
    ],
  },
  ({ 'me as administrator': me }) => {
    if (me.status === 401) expect(me).toBeUnauthorized()
    else expect(me).toBeRefusedWith(400, required('customerId'))
  },
)

must(
  'ACCESS-30',
  'The token of a deleted customer is rejected',
  {
    why: 'After an account is deleted, by request or for fraud, a token still stored in a phone must not work.',
    source: [
      code('module-integration/Plugin/Model/CustomerUser.php', '2.4.7-p6'),
      recorded('admin/life#token-of-deleted'),
    ],
  },
  ({ me, 'me of the deleted': after }) => {
    expect(me).toSucceed()
    expect(after).toBeUnauthorized()
  },
)

must(
  'ACCESS-31',
  'The login of a deleted customer returns the same error as an unknown e-mail',
  {
    why: 'A different error shows that an account existed, which the deletion should have removed.',
    source: [
      code('module-integration/Model/CustomerTokenService.php:105', '2.4.7-p6'),
      recorded('admin/life#login-deleted'),
    ],
  },
  ({ 'login of the deleted': login }) => {
    expect(login).toBeRefusedWith(401, { message: signInFailed })
  },
)
