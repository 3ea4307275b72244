import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, verified } from '../../src/judge/source.ts'
import { passwordTooLong, tokenMismatched } from '../shared/messages.ts'
import { resetLink } from './reset-link.scenario.ts'

const { must } = requirementsOf(resetLink)

must(
  'RESET-66',
  'A pattern that matches every token, or the value `true`, is rejected as a reset token',
  {
    why: 'If this check fails, an attacker sets any customer’s password, without the mailbox and without the owner noticing.',
    source: [verified('reset-tokens'), code('module-customer/Model/AccountManagement.php:1203', '2.4.7-p6')],
  },
  ({ 'token as a pattern': pattern, 'token of true': yes }) => {
    expect(pattern).toBeRefusedWith(400, { message: tokenMismatched })
    expect(yes).toBeRefusedWith(400, { message: tokenMismatched })
  },
)

must(
  'RESET-67',
  'A reset to a password of more than 256 characters is rejected',
  {
    why: 'The password policy must apply to resets too, or "forgot password" bypasses it. Hashing megabytes of password also lets anybody keep the server busy.',
    source: [verified('passwords'), code('module-customer/Model/AccountManagement.php:747', '2.4.7-p6')],
  },
  ({ 'too long': answer }) => {
    expect(answer).toBeRefusedWith(400, passwordTooLong)
  },
)
