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
  'A policy that does not hold at every door holds at none: customers end up with passwords that are guessed, though the auditor was shown a setting.'

const { must } = requirementsOf(changeOfPassword)

must(
  'CHANGE-13',
  'a new password that is too short is refused with the least length',
  {
    why: 'The form tells the customer what to change by this number. A refusal without it leaves the customer guessing.',
    source: [recorded('change/refused#weak'), code('module-customer/Model/AccountManagement.php:747', '2.4.7-p6')],
  },
  ({ 'too short': change }, shop) => {
    expect(change).toBeRefusedWith(400, passwordTooShort(leastLength(shop)))
  },
)

must(
  'CHANGE-14',
  'a new password of too few classes of characters is refused with the least number',
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
  'a new password that ends with a blank is refused',
  {
    why: 'A blank behind the new password is not seen, and keeps its owner out the next time it is typed.',
    source: [verified('passwords'), code('module-customer/Model/AccountManagement.php:747', '2.4.7-p6')],
  },
  ({ 'blank at the end': change }) => {
    expect(change).toBeRefusedWith(400, passwordHasOuterBlanks)
  },
)

must(
  'CHANGE-16',
  'a new password of more than 256 characters is refused',
  {
    why: 'Cut without a word, the customer’s long password is another than the one stored; taken at any length, it keeps the server busy.',
    source: [verified('passwords'), code('module-customer/Api/AccountManagementInterface.php:26', '2.4.7-p6')],
  },
  ({ 'too long': change }) => {
    expect(change).toBeRefusedWith(400, passwordTooLong)
  },
)

must(
  'CHANGE-17',
  'the e-mail is refused as the new password',
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
  'naming another customer while changing the own password leaves the other’s as it is',
  {
    why: 'If the body decided whose password is set, every customer could take over every other by counting ids.',
    source: [recorded('change/customer-id#with-id'), code('module-customer/etc/webapi.xml', '2.4.7-p6')],
  },
  ({ 'password of the other': own, 'chosen password of the other': chosen }) => {
    expectToken(own)
    expect(chosen).toBeRefusedWith(401)
  },
)
