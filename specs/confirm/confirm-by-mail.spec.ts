import { expect } from '../../src/judge/expect.ts'
import { known } from '../../src/judge/known.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { expectedLink, expectParameter } from '../shared/links.ts'
import { expectToken } from '../shared/logged-in.ts'
import { asAdministrator } from '../shared/permitted.ts'
import { confirmByMail } from './confirm-by-mail.scenario.ts'

const { must } = asAdministrator(requirementsOf(confirmByMail))

must(
  'CONFIRM-22',
  'Before confirmation, an account gets one mail, only to its address; its link contains id and key',
  {
    why: 'Customers who get a welcome mail too click the wrong one. Without id and key, the link confirms nothing.',
    source: [recorded('confirm/required#mail-confirm'), verified('confirmation')],
  },
  ({ create, 'confirmation mail': mail }, shop) => {
    expect(create).toSucceed()
    expect(mail).toHaveCount(1).toGoNowhereElse()
    const link = expectedLink(mail, 0, 'key', shop)
    expectParameter(link, 'key', /^[A-Za-z0-9]{32}$/)
    expectParameter(link, 'id', known<number>(create.at('/id')))
  },
)

must(
  'CONFIRM-23',
  'The key of the confirmation mail confirms the account, which then logs in',
  {
    why: 'Each new customer does this first. If the key in the mail is wrong, none of them can log in.',
    source: [
      recorded('confirm/required#activate'),
      recorded('confirm/required#token-after'),
      code('module-customer/Model/AccountManagement.php:606', '2.4.7-p6'),
    ],
  },
  ({ create, activate, 'login before': before, 'login after': login }) => {
    expect(before).toBeRefusedWith(401)
    expect(activate).toSucceed().toMatchSchema('customer')
    expect(activate.at('/id')).toEqual(create.at('/id'))
    expectToken(login)
  },
)
