import { has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, thread, verified } from '../../src/judge/source.ts'
import { inapplicable } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { expectToken } from '../shared/logged-in.ts'
import { signInFailed } from '../shared/messages.ts'
import { resetLocked } from './reset-locked.scenario.ts'

const { should, may } = requirementsOf(resetLocked)

const source = [
  verified('accounts-that-are-locked'),
  code('module-customer/Model/AccountManagement.php:761', '2.4.6'),
  thread('magento/magento2#34981'),
]

function onlyWhenLocked(login: Exchange): void {
  if (login.status === 200) inapplicable('the shop takes more than ten wrong passwords before it locks an account')
}

should(
  'RESET-59',
  'from 2.4.6 a reset opens an account that guesses have locked',
  {
    why: 'A customer locked out by a stranger’s guesses gets back in by the mailbox, without support.',
    in: has('reset-ends-lock'),
    source,
  },
  ({ 'password of the locked': locked, reset, 'new password': login }) => {
    onlyWhenLocked(locked)
    expect(reset).toAnswer(true)
    expectToken(login)
  },
)

may(
  'RESET-60',
  'before 2.4.6 an account that guesses have locked stays locked after a reset',
  {
    why: 'The customer resets the password, is still refused with the new one, and takes the reset for broken: support has to know.',
    in: lacks('reset-ends-lock'),
    source,
  },
  ({ 'password of the locked': locked, reset, 'new password': login }) => {
    onlyWhenLocked(locked)
    expect(reset).toAnswer(true)
    expect(login).toBeRefusedWith(401, { message: signInFailed })
  },
)
