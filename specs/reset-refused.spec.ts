import { before, from } from '../release/index.ts'
import { expect } from '../src/judge/expect.ts'
import { requirementsOf } from '../src/judge/requirement.ts'
import { code, recorded, verified } from '../src/judge/source.ts'
import { invalidValue, noSuchEntity, noSuchPair, required, severalErrors, tokenMismatched } from './messages.ts'
import { resetRefused } from './reset-refused.scenario.ts'
import { vacuous } from './vacuous.ts'

const { must, should, may } = requirementsOf(resetRefused)

must(
  'RESET-46',
  'a token that was never issued sets no password',
  {
    source: [
      recorded('reset/refused#wrong-token'),
      code('module-customer/Model/AccountManagement.php:1203', '2.4.7-p6'),
    ],
  },
  ({ 'wrong token': reset, 'password of the wrong token': login, 'password after': own }) => {
    expect(reset).toBeRefusedWith(400, { message: tokenMismatched })
    expect(login).toHaveStatus(401)
    expect(own).toSucceed()
  },
)

must(
  'RESET-47',
  'a token that was never issued is not valid',
  {
    source: [
      recorded('reset/whole#validate-wrong'),
      code('module-customer/Model/AccountManagement.php:1203', '2.4.7-p6'),
    ],
  },
  ({ 'link with a wrong token': link }) => {
    expect(link).toBeRefusedWith(400, { message: tokenMismatched })
  },
)

must(
  'RESET-48',
  'setting a password for an unknown e-mail is refused with 404, naming the e-mail and the website',
  {
    source: [
      recorded('reset/refused#wrong-email'),
      code('module-customer/Model/AccountManagement.php:706', '2.4.7-p6'),
    ],
  },
  ({ 'unknown e-mail': unknown }) => {
    expect(unknown).toBeRefusedWith(404, { message: noSuchPair })
    expect(unknown.at('/parameters/fieldName')).toEqual('email')
    expect(unknown.at('/parameters/fieldValue')).toEqual(unknown.sent('/email'))
    expect(unknown.at('/parameters/field2Name')).toEqual('websiteId')
    expect(unknown.at('/parameters/field2Value')).toBe('a website’s id', (value) => /^\d+$/.test(String(value)))
  },
)

must(
  'RESET-49',
  'what is missing to set a password is named, all of it at once',
  {
    source: [
      recorded('reset/refused#no-fields'),
      recorded('reset/refused#no-email'),
      recorded('reset/refused#null-token'),
    ],
  },
  ({ 'no fields': none, 'null token': noToken }) => {
    const errors = ['email', 'resetToken', 'newPassword'].map(required)
    expect(none).toBeRefusedWith(400, { message: severalErrors, errors })
    expect(noToken).toBeRefusedWith(400, required('resetToken'))
  },
)

must(
  'RESET-50',
  'an empty token is refused',
  {
    source: [recorded('reset/refused#empty-token'), verified('verified.md (a) 13.3')],
  },
  ({ 'empty token': reset }) => {
    expect(reset).toBeRefusedWith(400)
  },
)

should(
  'RESET-51',
  'an empty token is called resetPasswordLinkToken in its refusal',
  {
    source: [recorded('reset/refused#empty-token'), verified('verified.md (a) 13.3')],
  },
  ({ 'empty token': reset }) => {
    expect(reset).toBeRefusedWith(400, required('resetPasswordLinkToken'))
  },
)

must(
  'RESET-52',
  'what is missing from a request for a reset is named, all of it at once',
  {
    source: [
      recorded('reset/initiate-forms#empty'),
      recorded('reset/initiate-forms#template-missing'),
      vacuous('testInitiatePasswordMissingRequiredFields'),
    ],
  },
  (read) => {
    const errors = ['email', 'template'].map(required)
    expect(read['request without fields']).toBeRefusedWith(400, { message: severalErrors, errors })
    expect(read['request without template']).toBeRefusedWith(400, required('template'))
    expect(read['request with a null e-mail']).toBeRefusedWith(400, required('email'))
  },
)

should(
  'RESET-53',
  'a link of customer 0 is refused as an invalid id',
  {
    source: [
      recorded('reset/whole#validate-id-0'),
      code('module-customer/Model/AccountManagement.php:1188', '2.4.7-p6'),
    ],
  },
  ({ 'link of customer 0': link }) => {
    expect(link).toBeRefusedWith(400, { message: invalidValue, parameters: { value: 0, fieldName: 'customerId' } })
  },
)

may(
  'RESET-54',
  'a link of a negative id is refused: as unknown, before 2.3.7-p3 and 2.4.3-p2 as invalid',
  {
    source: [verified('verified.md (b) N8'), code('module-customer/Model/AccountManagement.php:1186', '2.3.7-p2')],
  },
  ({ 'link of a negative id': link }, shop) => {
    if (shop.is(from('2.3.7-p3', '2.4.3-p2'))) expect(link).toBeRefusedWith(404, { message: noSuchEntity })
    else expect(link).toBeRefusedWith(400, { message: invalidValue })
  },
)

should(
  'RESET-55',
  'a link of an unknown id is refused with 404, naming the id',
  {
    source: [recorded('reset/whole#validate-other-id'), verified('verified.md (b) N8')],
  },
  ({ 'link of an unknown id': link }) => {
    expect(link).toBeRefusedWith(404, { message: noSuchEntity })
    expect(link.at('/parameters/fieldName')).toEqual('customerId')
    expect(link.at('/parameters/fieldValue')).toBe('the id asked for', (value) => String(value) === '2147483647')
  },
)

should(
  'RESET-56',
  'an id that is no number is refused with 400, before any customer is looked for',
  {
    source: [verified('verified.md (b) N8'), code('framework/Reflection/TypeProcessor.php:500', '2.4.7-p6')],
  },
  ({ 'link of no number': link }) => {
    expect(link).toBeRefusedWith(400, {
      message: 'The "abc" value\'s type is invalid. The "int" type was expected. Verify and try again.',
    })
  },
)

may(
  'RESET-57',
  'through the store code "all" a reset finds the account, before 2.4.1 it does not',
  {
    source: [verified('verified.md (b) N9'), code('module-customer/Model/CustomerRegistry.php:104', '2.4.1')],
  },
  ({ 'wrong token through all stores': reset }, shop) => {
    if (shop.is(before('2.4.1'))) expect(reset).toBeRefusedWith(404, { message: noSuchPair })
    else expect(reset).toBeRefusedWith(400, { message: tokenMismatched })
  },
)
