import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { inapplicable } from '../../src/judge/unmet.ts'
import { passwordHasOuterBlanks, passwordIsEmail, passwordTooFewClasses, passwordTooLong } from '../shared/messages.ts'
import { expectAccepted, expectNumber, expectTooShort } from './expect-policy.ts'
import { passwordPolicy } from './password-policy.scenario.ts'
import { policyOf } from './policy.ts'

const { must } = requirementsOf(passwordPolicy)
const policy = code('module-customer/Model/AccountManagement.php:747', '2.4.7-p6')

must(
  'POLICY-01',
  'A password one character too short is rejected; the error contains the minimum length',
  {
    why: 'A policy has to hold for every way to set a password; otherwise customers have passwords that are easily guessed. Forms display the length from the error.',
    source: [recorded('create/password-seven-characters#call'), recorded('policy/twelve-and-four#create'), policy],
  },
  ({ 'one too short': answer }, shop) => {
    const asked = policyOf(shop)
    if (asked.length < 2) inapplicable('the shop accepts a password of one character')
    expectTooShort(answer, asked)
  },
)

must(
  'POLICY-02',
  'An empty password is rejected as too short, not treated as missing',
  {
    why: 'If an empty password meant no password, the customer would get an account that only a reset mail can open.',
    source: [recorded('create/password-empty#call'), policy],
  },
  ({ empty }, shop) => {
    expectTooShort(empty, policyOf(shop))
  },
)

must(
  'POLICY-03',
  'A password with too few character classes is rejected; the error contains the minimum number',
  {
    why: 'A policy has to hold for every way to set a password; otherwise customers have passwords that are easily guessed. Forms display the number of classes.',
    source: [
      recorded('create/password-two-classes#call'),
      recorded('create/password-eight-lower-case#call'),
      recorded('policy/twelve-and-four#long-enough'),
      policy,
    ],
  },
  ({ 'one class too few': answer }, shop) => {
    const asked = policyOf(shop)
    if (asked.classes < 2) inapplicable('the shop accepts a password of one character class')
    expect(answer).toBeRefusedWith(400, { message: passwordTooFewClasses(0).message })
    expectNumber(answer, asked.classes, asked)
  },
)

must(
  'POLICY-04',
  'A password that exactly meets the policy is accepted',
  {
    why: 'Forms check the same policy before they send. A stricter shop rejects passwords that the form called valid.',
    source: [
      recorded('create/password-three-classes-lower-digit-special#call'),
      recorded('policy/twelve-and-four#all-four'),
      policy,
    ],
  },
  ({ 'just enough': answer }, shop) => {
    expectAccepted(answer, policyOf(shop))
  },
)

must(
  'POLICY-05',
  'A password with a leading or trailing space is rejected',
  {
    why: 'A pasted space is invisible. If it is stored, the customer cannot log in by typing the password.',
    source: [recorded('create/password-leading-space#call'), recorded('create/password-trailing-space#call'), policy],
  },
  ({ 'blank before': before, 'blank behind': behind }) => {
    expect(before).toBeRefusedWith(400, passwordHasOuterBlanks)
    expect(behind).toBeRefusedWith(400, passwordHasOuterBlanks)
  },
)

must(
  'POLICY-06',
  'A password of 257 characters is rejected; the error contains the limit of 256',
  {
    why: 'Hashing very long passwords is a cheap way to overload the server; clients need the limit to display it.',
    source: [recorded('create/password-long-257#call'), policy],
  },
  ({ 'one too long': answer }) => {
    expect(answer).toBeRefusedWith(400, { message: passwordTooLong.message })
    expect(answer.at('/parameters/0')).toBe('the limit of 256', (limit) => Number(limit) === 256)
  },
)

must(
  'POLICY-07',
  'A password of 256 characters is accepted and can log in',
  {
    why: 'Password managers generate long passwords. If one is rejected or cut silently, the customer cannot log in.',
    source: [recorded('create/password-long-256#call'), verified('passwords')],
  },
  ({ longest, 'login with the longest': login }) => {
    expect(longest).toSucceed()
    expect(login).toSucceed()
  },
)

must(
  'POLICY-08',
  'Every character of a long password counts: a login without the last one is rejected',
  {
    why: 'A hash that uses only 72 bytes makes long passwords with the same beginning equal, without any error.',
    source: [recorded('create/password-long-256#call'), recorded('token/wrong-password#wrong')],
  },
  ({ 'login with all but the last character': login }) => {
    expect(login).toBeRefusedWith(401)
  },
)

must(
  'POLICY-09',
  'A password equal to the e-mail is rejected',
  {
    why: 'The e-mail is the first guess of an attacker with a list of addresses.',
    source: [
      recorded('create/password-is-email#call'),
      code('module-customer/Model/AccountManagement.php:850', '2.4.7-p6'),
    ],
  },
  ({ 'same as the e-mail': answer }) => {
    expect(answer).toBeRefusedWith(400, passwordIsEmail)
  },
)

must(
  'POLICY-10',
  'A password equal to the e-mail in other letter case is rejected',
  {
    why: 'Changing letter case does not make an e-mail secret: it is still an attacker’s first guess.',
    source: [code('module-customer/Model/AccountManagement.php:850', '2.4.7-p6'), verified('passwords')],
  },
  ({ 'same as the e-mail in other case': answer }) => {
    expect(answer).toBeRefusedWith(400, passwordIsEmail)
  },
)
