import { before, has } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, thread, verified } from '../../src/judge/source.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { without } from '../shared/circumstances.ts'
import { invalidValue, required, severalErrors } from '../shared/messages.ts'
import { validateAddress } from './validate-address.scenario.ts'

const whyFieldNames =
  'Forms mark the fields by these names. A field that is not named is not corrected, and the order never comes.'

/** From 2.4.9 on a registration names fields by label, and other rules hold; that was not recorded yet. */
const beforeLabels = before('2.4.9')

const { must, should } = requirementsOf(validateAddress)
const general = code('module-customer/Model/Address/Validator/General.php:57', '2.4.7-p6')
const country = code('module-customer/Model/Address/Validator/Country.php:80', '2.4.7-p6')

must(
  'VALID-15',
  'an address that lacks a field is refused, and the field is named',
  {
    why: whyFieldNames,
    in: beforeLabels,
    unless: without('US'),
    source: [recorded('create/address-missing-city#call'), general],
  },
  ({ 'without city': answer }) => {
    expect(answer).toBeRefusedWith(400, required('city'))
    expect(answer.at('/errors')).toBeAbsent()
  },
)

must(
  'VALID-16',
  'an address that lacks several fields is refused, and they are named together: first and last name, street, city in this order',
  {
    why: whyFieldNames,
    in: beforeLabels,
    unless: without('US'),
    source: [recorded('create/address-missing-two#call'), general],
  },
  ({ 'second address lacks nearly all': answer }) => {
    expect(answer).toBeRefusedWith(400, { message: severalErrors })
    expect(answer.at('/parameters')).toBeAbsent()
    // Telephone, postcode, fax and company are needed as the shop's settings say; these four always.
    for (const [index, field] of ['firstname', 'lastname', 'street', 'city'].entries())
      expect(answer.at(`/errors/${index}/parameters`)).toEqual({ fieldName: field })
  },
)

should(
  'VALID-17',
  'after these a stock shop names telephone and postcode',
  {
    why: 'What is required is a setting of the shop. A form built for another one lets customers run into a refusal at the end.',
    in: beforeLabels,
    unless: without('US'),
    source: [
      recorded('create/address-missing-two#call'),
      recorded('create/address-missing-telephone#call'),
      recorded('create/address-missing-postcode#call'),
      general,
    ],
    next: 'compare customer/address/telephone_show, fax_show, company_show and general/country/optional_zip_countries',
  },
  ({ 'second address lacks nearly all': answer }) => {
    const fields = ['firstname', 'lastname', 'street', 'city', 'telephone', 'postcode']
    expect(answer).toBeRefusedWith(400, { errors: fields.map(required) })
  },
)

must(
  'VALID-18',
  'a registration refused for its address leaves no account behind: the same e-mail can register again',
  {
    why: 'The customer corrects the address and sends the form again; an account left behind answers that the e-mail is taken.',
    unless: without('US'),
    source: [
      code('module-customer/Model/AccountManagement.php:945', '2.4.7-p6'),
      verified('refused-registrations'),
      thread('magento/magento2#2914'),
    ],
  },
  ({ 'second address filled in': answer }) => {
    expect(answer).toSucceed().toMatchSchema('customer')
    expect(answer.at('/addresses/1')).toBeOfType('object')
    expect(answer.at('/addresses/2')).toBeAbsent()
  },
)

must(
  'VALID-19',
  'a region that does not exist is refused, and field and value are named',
  {
    why: 'Tax and shipping go by the region. One that does not exist makes an order that cannot be priced, or is priced wrongly.',
    unless: without('US'),
    source: [recorded('create/address-region-unknown-id#call'), country],
  },
  ({ 'unknown region': answer }) => {
    expectUnknownRegion(answer)
  },
)

should(
  'VALID-20',
  'a region of another country is refused like one that does not exist',
  {
    why: 'Texas in Germany passes as an address and fails at the tax service or the carrier, when the order is paid.',
    unless: without('DE'),
    source: [recorded('create/address-region-of-other-country#call'), country],
  },
  ({ 'region of another country': answer }) => {
    expectUnknownRegion(answer)
  },
)

must(
  'VALID-21',
  'a street of more lines than the shop has is refused',
  {
    why: 'A line too many would be dropped, and with it the part of the address that finds the door.',
    in: beforeLabels,
    unless: without('US'),
    source: [recorded('create/address-street-three-lines#call'), verified('addresses')],
  },
  ({ 'too many lines of street': answer }) => {
    expect(answer).toBeRefusedWith(400, { message: /^".+" cannot contain more than \d+ lines\.$/m })
  },
)

should(
  'VALID-22',
  'a city with a dot, a telephone number with dots and a name with an @ are accepted in an address; from 2.4.8 each is refused',
  {
    why: 'From 2.4.8 addresses that were good are refused, also when a customer with an old one saves the profile: forms and imports have to be adapted before the upgrade.',
    in: beforeLabels,
    unless: without('US'),
    source: [
      code('module-customer/Model/Validator/City.php', '2.4.8-p1'),
      code('module-customer/Model/Validator/Telephone.php', '2.4.8-p1'),
      verified('addresses'),
      thread('magento/magento2#39854'),
    ],
  },
  ({ 'abbreviated city, dotted telephone, odd name': answer }, shop) => {
    if (!shop.is(has('address-texts-are-checked'))) {
      expect(answer).toSucceed()
      return
    }
    expect(answer).toBeRefusedWith(400, { message: /First Name is not valid!/ })
    expect(answer).toBeRefusedWith(400, { message: /Invalid Phone Number\./ })
    expect(answer).toBeRefusedWith(400, { message: /Invalid City\./ })
  },
)

function expectUnknownRegion(answer: Exchange): void {
  const id = answer.sent('/customer/addresses/0/region/regionId').value
  expect(answer).toBeRefusedWith(400, { message: invalidValue })
  expect(answer.at('/parameters/fieldName')).toEqual('regionId')
  expect(answer.at('/parameters/value')).toBe(`the id ${id}`, (value) => String(value) === String(id))
}
