import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { inapplicable } from '../../src/judge/unmet.ts'
import { passwordHasOuterBlanks } from '../shared/messages.ts'
import { expectAccepted, expectTooShort } from './expect-policy.ts'
import { passwordPolicy } from './password-policy.scenario.ts'
import { policyOf } from './policy.ts'

const { must, should, may } = requirementsOf(passwordPolicy)
const policy = code('module-customer/Model/AccountManagement.php:747', '2.4.7-p6')

should(
  'POLICY-11',
  'of several faults the first is said: length, then outer blanks, then kinds of characters',
  {
    why: 'A form that shows one message at a time shows the shop’s. Another order makes customers correct in circles.',
    source: [recorded('create/password-seven-with-space#call'), recorded('create/password-spaces-only#call'), policy],
  },
  ({ 'short, with a blank behind': short, 'of one class, with blanks around': poor }, shop) => {
    expectTooShort(short, policyOf(shop))
    expect(poor).toBeRefusedWith(400, passwordHasOuterBlanks)
  },
)

should(
  'POLICY-12',
  'the numbers of the policy are a list of one: text for those of the configuration, a number for the fixed limit',
  {
    why: 'Clients put the list into the message by position. Typed ones have to expect a text here and a number there.',
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
  'a blank within a password is allowed and counts as a special character',
  {
    why: 'Passphrases have blanks. A form that counts classes otherwise than the shop refuses what is good, or sends what is refused.',
    source: [recorded('create/password-inner-space#call'), verified('passwords')],
  },
  ({ 'blank within': answer }, shop) => {
    expectAccepted(answer, policyOf(shop))
  },
)

should(
  'POLICY-14',
  'a letter beyond a to z counts as a special character',
  {
    why: 'Customers who write é or ß have that class; counted as a letter their password would be refused here and accepted elsewhere.',
    source: [recorded('create/password-unicode#call'), verified('passwords')],
  },
  ({ 'accented letter': answer }, shop) => {
    expectAccepted(answer, policyOf(shop))
  },
)

should(
  'POLICY-15',
  'the length of a password is counted in characters, not in bytes',
  {
    why: 'Counted in bytes a password of three emoji passes as long enough, and one of accented letters seems too long.',
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
  'a password of `true` is taken as the text "1", and so is too short',
  {
    why: 'A client that sends a switch where the password belongs must not end up with an account that "1" opens.',
    source: [recorded('create/password-boolean#call'), verified('passwords')],
  },
  ({ true: answer }, shop) => {
    const asked = policyOf(shop)
    if (asked.length < 2) inapplicable('the shop accepts a password of one character')
    expectTooShort(answer, asked)
  },
)

must(
  'POLICY-17',
  'a registration refused for its password leaves no account behind: the same e-mail can register again',
  {
    why: 'The customer chooses a better password and sends the form again; an account left behind answers that the e-mail is taken.',
    source: [code('module-customer/Model/AccountManagement.php:850', '2.4.7-p6'), verified('refused-registrations')],
  },
  ({ 'enough after all': answer }) => {
    expect(answer).toSucceed()
    expect(answer.at('/email')).toEqual(answer.sent('/customer/email'))
  },
)

function isListOfOne(type: 'string' | 'number') {
  return (value: unknown) => Array.isArray(value) && value.length === 1 && typeof value[0] === type
}
