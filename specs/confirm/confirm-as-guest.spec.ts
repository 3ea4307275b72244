import { has } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code } from '../../src/judge/source.ts'
import { expectToken } from '../shared/logged-in.ts'
import { asAdministrator } from '../shared/permitted.ts'
import { confirmAsGuest } from './confirm-as-guest.scenario.ts'

const { should } = asAdministrator(requirementsOf(confirmAsGuest))
const withKey = has('guest-activates-with-key')
const source = [code('dev/tests/api-functional AccountManagementActivateTest', '2.4.9')]

should(
  'CONFIRM-24',
  'From 2.4.9 a guest with a wrong key confirms nothing',
  { why: 'If any key were accepted, nobody would need access to the mailbox.', in: withKey, source },
  ({ 'wrong key': activate, 'login after the wrong key': login }) => {
    expect(activate).toBeRefusedWith(400)
    expect(login).toBeRefusedWith(401)
  },
)

should(
  'CONFIRM-25',
  'From 2.4.9 a guest with the right key confirms the account, which then logs in',
  {
    why: 'A client without an administrator’s token confirms accounts by it: the new customer has no other way in.',
    in: withKey,
    source,
  },
  ({ create, 'right key': activate, 'login after': login }) => {
    expect(activate).toSucceed().toMatchSchema('customer')
    expect(activate.at('/id')).toEqual(create.at('/id'))
    expectToken(login)
  },
)
