import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, verified } from '../../src/judge/source.ts'
import { passwordTooLong, tokenMismatched } from '../shared/messages.ts'
import { resetLink } from './reset-link.scenario.ts'

const { must } = requirementsOf(resetLink)

must(
  'RESET-66',
  'what merely resembles a token sets no password: a pattern that fits every token, the value `true`',
  {
    why: 'Whoever gets past this sets the password of any customer and has the account, without a mailbox and without a trace for its owner.',
    source: [verified('reset-tokens'), code('module-customer/Model/AccountManagement.php:1203', '2.4.7-p6')],
  },
  ({ 'token as a pattern': pattern, 'token of true': yes }) => {
    expect(pattern).toBeRefusedWith(400, { message: tokenMismatched })
    expect(yes).toBeRefusedWith(400, { message: tokenMismatched })
  },
)

must(
  'RESET-67',
  'a reset to a password of more than 256 characters is refused',
  {
    why: 'The reset is one more door to set a password. A policy that does not hold here is walked around by forgetting the password. And hashing megabytes keeps the server busy for anybody who likes.',
    source: [verified('passwords'), code('module-customer/Model/AccountManagement.php:747', '2.4.7-p6')],
  },
  ({ 'too long': answer }) => {
    expect(answer).toBeRefusedWith(400, passwordTooLong)
  },
)
