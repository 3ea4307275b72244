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
  if (login.status === 200) inapplicable('the shop allows more than ten wrong passwords before it locks an account')
}

should(
  'RESET-59',
  'From 2.4.6, a reset unlocks an account that was locked by wrong passwords',
  {
    why: 'A customer locked out by a stranger’s guesses regains access through the mailbox, without support.',
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
  'Before 2.4.6, an account locked by wrong passwords stays locked after a reset',
  {
    why: 'The customer resets the password, the new one is rejected too, and the reset seems broken. Support has to know this.',
    in: lacks('reset-ends-lock'),
    source,
  },
  ({ 'password of the locked': locked, 'new password': login }) => {
    onlyWhenLocked(locked)
    expect(login).toBeRefusedWith(401, { message: signInFailed })
  },
)
