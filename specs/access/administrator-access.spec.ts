import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { required, signInFailed } from '../shared/messages.ts'
import { asAdministrator } from '../shared/permitted.ts'
import { administratorAccess } from './administrator-access.scenario.ts'

const { must, should } = asAdministrator(requirementsOf(administratorAccess))

must(
  'ACCESS-28',
  'an administrator’s token opens any customer by its id',
  {
    why: 'Support desks and connectors read customers this way; without it none of them works.',
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
  'an administrator’s token opens no customer’s own route: the customer is missing, or a restricted one is refused',
  {
    why: 'An administrator has no profile here. If a customer’s data came back, it would be anybody’s, and a write would go to it.',
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
  'the token of a deleted customer is dead',
  {
    why: 'A customer who had the account deleted, or a fraudster who was removed, must not go on with a token that is still in the phone.',
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
  'a deleted customer is refused at login in the words of an unknown e-mail',
  {
    why: 'Another answer tells that there was an account here, which is what deleting it should have ended.',
    source: [
      code('module-integration/Model/CustomerTokenService.php:105', '2.4.7-p6'),
      recorded('admin/life#login-deleted'),
    ],
  },
  ({ 'login of the deleted': login }) => {
    expect(login).toBeRefusedWith(401, { message: signInFailed })
  },
)
