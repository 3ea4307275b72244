import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { passwordHasOuterBlanks, passwordIsEmail, passwordTooFewClasses, passwordTooShort } from '../shared/messages.ts'
import { leastClasses, leastLength } from '../shared/weak-passwords.ts'
import { resetLink } from './reset-link.scenario.ts'

const whyWeak = 'The password policy must apply to resets too. Otherwise customers bypass it with "forgot password".'

const { must } = requirementsOf(resetLink)

must(
  'RESET-25',
  'A reset to a password that is too short or empty is rejected, naming the minimum length',
  { why: whyWeak, source: [recorded('reset/refused#weak'), recorded('reset/refused#empty-password')] },
  ({ 'too short': short, 'empty password': empty }, shop) => {
    expect(short).toBeRefusedWith(400, passwordTooShort(leastLength(shop)))
    expect(empty).toBeRefusedWith(400, passwordTooShort(leastLength(shop)))
  },
)

must(
  'RESET-26',
  'A reset to a password with too few character classes is rejected, naming the minimum number',
  {
    why: whyWeak,
    source: [
      recorded('reset/refused#two-classes'),
      code('module-customer/Model/AccountManagement.php:747', '2.4.7-p6'),
    ],
  },
  ({ 'too few classes': reset }, shop) => {
    expect(reset).toBeRefusedWith(400, passwordTooFewClasses(leastClasses(shop)))
  },
)

must(
  'RESET-27',
  'A reset to a password that ends with a space is rejected',
  {
    why: whyWeak,
    source: [code('module-customer/Model/AccountManagement.php:747', '2.4.7-p6'), verified('passwords')],
  },
  ({ 'blank at the end': reset }) => {
    expect(reset).toBeRefusedWith(400, passwordHasOuterBlanks)
  },
)

must(
  'RESET-28',
  'A reset to the account’s e-mail as the password is rejected, in any case',
  {
    why: whyWeak,
    source: [recorded('reset/refused#is-email'), code('module-customer/Model/AccountManagement.php:706', '2.4.7-p6')],
  },
  ({ 'e-mail as password': reset, 'e-mail in capitals as password': capitals }) => {
    expect(reset).toBeRefusedWith(400, passwordIsEmail)
    expect(capitals).toBeRefusedWith(400, passwordIsEmail)
  },
)
