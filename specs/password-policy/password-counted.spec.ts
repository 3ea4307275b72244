import { expect } from '../../src/judge/expect.ts'
import { succeeded } from '../../src/judge/known.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { inapplicable } from '../../src/judge/unmet.ts'
import { expectToken } from '../shared/logged-in.ts'
import { passwordHasOuterBlanks } from '../shared/messages.ts'
import { expectAccepted, expectTooShort } from './expect-policy.ts'
import { passwordPolicy } from './password-policy.scenario.ts'
import { policyOf } from './policy.ts'

const { must, should, may } = requirementsOf(passwordPolicy)
const policy = code('module-customer/Model/AccountManagement.php:747', '2.4.7-p6')

should(
  'POLICY-11',
  'Only the first problem of a password is reported: length, then outer spaces, then character classes',
  {
    why: 'Forms that display one message at a time display the shop’s. In another order, customers correct their password several times.',
    source: [recorded('create/password-seven-with-space#call'), recorded('create/password-spaces-only#call'), policy],
  },
  ({ 'short, with a blank behind': short, 'of one class, with blanks around': poor }, shop) => {
    const asked = policyOf(shop)
    // If the minimum length is 1, a single blank is not too short.
    if (asked.length > 1) expectTooShort(short, asked)
    expect(poor).toBeRefusedWith(400, passwordHasOuterBlanks)
  },
)

should(
  'POLICY-12',
  'Message parameters are a list of one: a string for configured numbers, a number for the fixed limit of 256',
  {
    why: 'Clients insert the list into the message by position. Typed clients have to accept both types.',
    source: [
      recorded('create/password-seven-characters#call'),
      recorded('create/password-two-classes#call'),
      recorded('create/password-long-257#call'),
    ],
  },
  ({ empty, 'one class too few': poor, 'one too long': long }, shop) => {
    expect(empty.at('/parameters')).toBe('a list of one text', isListOfOne('string'))
    if (policyOf(shop).classes > 1) expect(poor.at('/parameters')).toBe('a list of one text', isListOfOne('string'))
    expect(long.at('/parameters')).toBe('a list of one number', isListOfOne('number'))
  },
)

should(
  'POLICY-13',
  'A space inside a password is allowed and counts as a special character',
  {
    why: 'Passphrases contain spaces. A form that counts character classes differently rejects valid passwords or sends invalid ones.',
    source: [recorded('create/password-inner-space#call'), verified('passwords')],
  },
  ({ 'blank within': answer }, shop) => {
    expectAccepted(answer, policyOf(shop))
  },
)

should(
  'POLICY-14',
  'A letter outside a to z counts as a special character',
  {
    why: 'Customers write é or ß in passwords. If these counted as letters, the form and the shop would disagree about the same password.',
    source: [recorded('create/password-unicode#call'), verified('passwords')],
  },
  ({ 'accented letter': answer }, shop) => {
    expectAccepted(answer, policyOf(shop))
  },
)

should(
  'POLICY-15',
  'The length of a password is counted in characters, not in bytes',
  {
    why: 'If bytes were counted, three emoji would pass as long enough, and accented letters would count twice towards the limit.',
    source: [verified('passwords'), policy],
  },
  ({ 'short in characters, long in bytes': answer }, shop) => {
    const asked = policyOf(shop)
    if (asked.length < 5) inapplicable('the shop accepts passwords too short to tell characters from bytes')
    expectTooShort(answer, asked)
  },
)

may(
  'POLICY-16',
  'A password of `true` is treated as the string "1" and rejected as too short',
  {
    why: 'A client that sends a boolean by mistake must not create an account with the password "1".',
    source: [recorded('create/password-boolean#call'), verified('passwords')],
  },
  ({ true: answer }, shop) => {
    const asked = policyOf(shop)
    if (asked.length < 2) inapplicable('the shop accepts a password of one character')
    expectTooShort(answer, asked)
  },
)

must(
  'POLICY-18',
  'A password with quotes, signs of URLs and HTML, and an accent logs in as it was registered',
  {
    why: 'Password managers make such passwords. One that is escaped, decoded or cut on one route locks its owner out on the others.',
    source: [code('module-customer/Model/AccountManagement.php:848', '2.4.7-p6'), verified('passwords')],
  },
  ({ 'with signs': create, 'login with signs': login }) => {
    expect(create).toSucceed()
    expectToken(login)
  },
)

must(
  'POLICY-19',
  'A login with the letter e in place of an é of the password is rejected',
  {
    why: 'A comparison that ignores accents, as a database does with text, makes every such password easier to guess.',
    source: [code('module-customer/Model/AccountManagement.php:848', '2.4.7-p6'), verified('passwords')],
  },
  ({ 'with signs': create, 'login with signs': login, 'login without the accent': plain }) => {
    expect(create).toSucceed()
    succeeded(login)
    expect(plain).toHaveStatus(401)
  },
)

must(
  'POLICY-17',
  'A registration rejected for its password creates no account: the same e-mail can register again',
  {
    why: 'The customer chooses a better password and sends the form again; a leftover account would return the error that the e-mail is taken.',
    source: [code('module-customer/Model/AccountManagement.php:850', '2.4.7-p6'), verified('refused-registrations')],
  },
  ({ 'enough after all': answer }, shop) => {
    if (policyOf(shop).classes < 2) inapplicable('the shop accepts a password of one character class')
    expect(answer).toSucceed()
    expect(answer.at('/email')).toEqual(answer.sent('/customer/email'))
  },
)

function isListOfOne(type: 'string' | 'number') {
  return (value: unknown) => Array.isArray(value) && value.length === 1 && typeof value[0] === type
}
