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
  'a password one character too short is refused, and the least length is said',
  {
    why: 'A policy that does not hold at every door holds at none: customers end up with passwords that are guessed, though the auditor was shown a setting. The refusal has to say the length, for the form to show.',
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
  'an empty password is a password too short, not none',
  {
    why: 'An empty text taken for "no password" makes an account that its owner cannot open, and that a mail alone opens.',
    source: [recorded('create/password-empty#call'), policy],
  },
  ({ empty }, shop) => {
    expectTooShort(empty, policyOf(shop))
  },
)

must(
  'POLICY-03',
  'a password of too few kinds of characters is refused, and the least number of kinds is said',
  {
    why: 'A policy that does not hold at every door holds at none: customers end up with passwords that are guessed, though the auditor was shown a setting. The refusal has to say the number, for the form to show.',
    source: [
      recorded('create/password-two-classes#call'),
      recorded('create/password-eight-lower-case#call'),
      recorded('policy/twelve-and-four#long-enough'),
      policy,
    ],
  },
  ({ 'one class too few': answer }, shop) => {
    const asked = policyOf(shop)
    if (asked.classes < 2) inapplicable('the shop accepts a password of one kind of characters')
    expect(answer).toBeRefusedWith(400, { message: passwordTooFewClasses(0).message })
    expectNumber(answer, asked.classes, asked)
  },
)

must(
  'POLICY-04',
  'a password that just meets the policy is accepted',
  {
    why: 'Forms check the same policy before sending. A shop that wants more than it says refuses what the form called good.',
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
  'a password that begins or ends with a blank is refused',
  {
    why: 'A blank pasted along is not seen. Stored, it keeps its owner out as soon as the password is typed.',
    source: [recorded('create/password-leading-space#call'), recorded('create/password-trailing-space#call'), policy],
  },
  ({ 'blank before': before, 'blank behind': behind }) => {
    expect(before).toBeRefusedWith(400, passwordHasOuterBlanks)
    expect(behind).toBeRefusedWith(400, passwordHasOuterBlanks)
  },
)

must(
  'POLICY-06',
  'a password of 257 characters is refused, and the limit of 256 is said',
  {
    why: 'Hashing a password of megabytes is a cheap way to keep the server busy; and a client has to know the limit to say it.',
    source: [recorded('create/password-long-257#call'), policy],
  },
  ({ 'one too long': answer }) => {
    expect(answer).toBeRefusedWith(400, { message: passwordTooLong.message })
    expect(answer.at('/parameters/0')).toBe('the limit of 256', (limit) => Number(limit) === 256)
  },
)

must(
  'POLICY-07',
  'a password of 256 characters is accepted, and opens the account',
  {
    why: 'Password managers make long ones. Refused, or cut without a word, they do not open the account afterwards.',
    source: [recorded('create/password-long-256#call'), verified('passwords')],
  },
  ({ longest, 'login with the longest': login }) => {
    expect(longest).toSucceed()
    expect(login).toSucceed()
  },
)

must(
  'POLICY-08',
  'every character of a long password counts: without the last one it opens nothing',
  {
    why: 'A hash that stops at 72 bytes makes long passwords equal that only begin the same, and nobody is told.',
    source: [recorded('create/password-long-256#call'), recorded('token/wrong-password#wrong')],
  },
  ({ longest, 'login with all but the last character': login }) => {
    expect(longest).toSucceed()
    expect(login).toBeRefusedWith(401)
  },
)

must(
  'POLICY-09',
  'a password that is the e-mail itself is refused',
  {
    why: 'It is the first guess of whoever has a list of e-mails.',
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
  'a password that is the e-mail in other letter case is refused as well',
  {
    why: 'Letter case does not make the e-mail a secret: it stays the first guess of whoever has a list of them.',
    source: [code('module-customer/Model/AccountManagement.php:850', '2.4.7-p6'), verified('passwords')],
  },
  ({ 'same as the e-mail in other case': answer }) => {
    expect(answer).toBeRefusedWith(400, passwordIsEmail)
  },
)
