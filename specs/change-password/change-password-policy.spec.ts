import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { expectToken } from '../shared/logged-in.ts'
import {
  passwordHasOuterBlanks,
  passwordIsEmail,
  passwordTooFewClasses,
  passwordTooLong,
  passwordTooShort,
} from '../shared/messages.ts'
import { leastClasses, leastLength } from '../shared/weak-passwords.ts'
import { changeOfPassword } from './change-password.scenario.ts'
import { changeForAnother } from './change-password-of-another.scenario.ts'

const whyPolicy =
  'A policy that is not enforced everywhere has no effect: customers end up with passwords that can be guessed.'

const { must } = requirementsOf(changeOfPassword)

must(
  'CHANGE-13',
  'A new password that is too short is rejected, naming the minimum length',
  {
    why: 'The form tells the customer what to change with this number. Without it, the customer has to guess.',
    source: [recorded('change/refused#weak'), code('module-customer/Model/AccountManagement.php:747', '2.4.7-p6')],
  },
  ({ 'too short': change }, shop) => {
    expect(change).toBeRefusedWith(400, passwordTooShort(leastLength(shop)))
  },
)

must(
  'CHANGE-14',
  'A new password with too few character classes is rejected, naming the minimum number',
  {
    why: whyPolicy,
    source: [
      recorded('change/refused#two-classes'),
      code('module-customer/Model/AccountManagement.php:747', '2.4.7-p6'),
    ],
  },
  ({ 'too few classes': change }, shop) => {
    expect(change).toBeRefusedWith(400, passwordTooFewClasses(leastClasses(shop)))
  },
)

must(
  'CHANGE-15',
  'A new password that ends with a space is rejected',
  {
    why: 'A space after the new password is invisible, and locks its owner out the next time the password is typed.',
    source: [verified('passwords'), code('module-customer/Model/AccountManagement.php:747', '2.4.7-p6')],
  },
  ({ 'blank at the end': change }) => {
    expect(change).toBeRefusedWith(400, passwordHasOuterBlanks)
  },
)

must(
  'CHANGE-16',
  'A new password of more than 256 characters is rejected',
  {
    why: 'If the password is cut silently, the stored one differs from the one the customer chose. If any length is accepted, hashing keeps the server busy.',
    source: [verified('passwords'), code('module-customer/Api/AccountManagementInterface.php:26', '2.4.7-p6')],
  },
  ({ 'too long': change }) => {
    expect(change).toBeRefusedWith(400, passwordTooLong)
  },
)

must(
  'CHANGE-17',
  'The account’s e-mail is rejected as the new password',
  {
    why: whyPolicy,
    source: [recorded('change/refused#is-email'), code('module-customer/Model/AccountManagement.php:1047', '2.4.7-p6')],
  },
  ({ 'e-mail as password': change }) => {
    expect(change).toBeRefusedWith(400, passwordIsEmail)
  },
)

requirementsOf(changeForAnother).must(
  'CHANGE-18',
  'A customer id sent with a password change does not change that customer’s password',
  {
    why: 'If the body decided whose password is set, every customer could take over every other by trying ids.',
    source: [recorded('change/customer-id#with-id'), code('module-customer/etc/webapi.xml', '2.4.7-p6')],
  },
  ({ 'password of the other': own, 'chosen password of the other': chosen }) => {
    expectToken(own)
    expect(chosen).toBeRefusedWith(401)
  },
)
