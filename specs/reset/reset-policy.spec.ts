import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { passwordHasOuterBlanks, passwordIsEmail, passwordTooFewClasses, passwordTooShort } from '../shared/messages.ts'
import { leastClasses, leastLength } from '../shared/weak-passwords.ts'
import { resetLink } from './reset-link.scenario.ts'

const whyWeak =
  'The reset is one more door to set a password. A policy that does not hold here is walked around by forgetting the password.'

const { must } = requirementsOf(resetLink)

must(
  'RESET-25',
  'a reset to a password that is too short, or empty, is refused with the least length',
  { why: whyWeak, source: [recorded('reset/refused#weak'), recorded('reset/refused#empty-password')] },
  ({ 'too short': short, 'empty password': empty }, shop) => {
    expect(short).toBeRefusedWith(400, passwordTooShort(leastLength(shop)))
    expect(empty).toBeRefusedWith(400, passwordTooShort(leastLength(shop)))
  },
)

must(
  'RESET-26',
  'a reset to a password of too few classes of characters is refused with the least number',
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
  'a reset to a password that ends with a blank is refused',
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
  'a reset to the e-mail as the password is refused, in whatever case',
  {
    why: whyWeak,
    source: [recorded('reset/refused#is-email'), code('module-customer/Model/AccountManagement.php:706', '2.4.7-p6')],
  },
  ({ 'e-mail as password': reset, 'e-mail in capitals as password': capitals }) => {
    expect(reset).toBeRefusedWith(400, passwordIsEmail)
    expect(capitals).toBeRefusedWith(400, passwordIsEmail)
  },
)
