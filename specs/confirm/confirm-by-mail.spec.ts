import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { expectedLink, expectParameter } from '../shared/links.ts'
import { expectToken } from '../shared/logged-in.ts'
import { asAdministrator } from '../shared/permitted.ts'
import { confirmByMail } from './confirm-by-mail.scenario.ts'

const { must } = asAdministrator(requirementsOf(confirmByMail))

must(
  'CONFIRM-22',
  'until it is confirmed an account has got one mail, to its address alone, whose link carries its id and a key',
  {
    why: 'Welcomed and asked to confirm at once, customers click the wrong mail; without id and key the link confirms nothing.',
    source: [recorded('confirm/required#mail-confirm'), verified('confirmation')],
  },
  ({ create, 'confirmation mail': mail }, shop) => {
    expect(create).toSucceed()
    expect(mail).toHaveCount(1).toGoNowhereElse()
    const link = expectedLink(mail, 0, 'key', shop)
    expectParameter(link, 'key', /^[A-Za-z0-9]{32}$/)
    expectParameter(link, 'id', create.at('/id').value as number)
  },
)

must(
  'CONFIRM-23',
  'the key of that mail confirms the account, which then logs in',
  {
    why: 'It is what each new customer does first; a key that does not match the mail keeps all of them out.',
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
