import { has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, thread, verified } from '../../src/judge/source.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { noPostcode, noTelephone, ownTelephone, without } from '../shared/circumstances.ts'
import { invalidValue, required, severalErrors } from '../shared/messages.ts'
import { validateAddress } from './validate-address.scenario.ts'

const whyFieldNames =
  'Forms mark fields by these names. If a field is not named, the customer cannot correct it and the order is lost.'

/** From 2.4.9 on a registration error names fields by label. */
const beforeLabels = lacks('address-errors-by-label')

const { must, should } = requirementsOf(validateAddress)
const general = code('module-customer/Model/Address/Validator/General.php:57', '2.4.7-p6')
const country = code('module-customer/Model/Address/Validator/Country.php:80', '2.4.7-p6')

must(
  'VALID-15',
  'An address with one missing field is rejected; the error names the field',
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
  'Several missing address fields are reported together: first name, last name, street, city, in this order',
  {
    why: whyFieldNames,
    in: beforeLabels,
    unless: without('US'),
    source: [recorded('create/address-missing-two#call'), general],
  },
  ({ 'second address lacks nearly all': answer }) => {
    expect(answer).toBeRefusedWith(400, { message: severalErrors })
    expect(answer.at('/parameters')).toBeAbsent()
    // These four are always required; telephone, postcode, fax and company depend on settings.
    for (const [index, field] of ['firstname', 'lastname', 'street', 'city'].entries())
      expect(answer.at(`/errors/${index}/parameters`)).toEqual({ fieldName: field })
  },
)

should(
  'VALID-17',
  'The list of missing address fields in a stock shop ends with telephone and postcode',
  {
    why: 'Required fields are a setting of the shop. With a form built for another shop, customers get an error at the last step.',
    in: beforeLabels,
    unless: [without('US'), noTelephone, ownTelephone, noPostcode],
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
  'A registration rejected for its address creates no account: the same e-mail can register again',
  {
    why: 'The customer corrects the address and sends the form again; a leftover account would return the error that the e-mail is taken.',
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
  'An unknown region id is rejected; the error contains field and value',
  {
    why: 'Tax and shipping depend on the region. An order with an invalid one has no price or a wrong one.',
    unless: without('US'),
    source: [recorded('create/address-region-unknown-id#call'), country],
  },
  ({ 'unknown region': answer }) => {
    expectUnknownRegion(answer)
  },
)

should(
  'VALID-20',
  'A region id of another country is rejected like an unknown one',
  {
    why: 'Texas in Germany would pass as an address and fail at the tax service or the carrier, after the order is paid.',
    unless: without('DE'),
    source: [recorded('create/address-region-of-other-country#call'), country],
  },
  ({ 'region of another country': answer }) => {
    expectUnknownRegion(answer)
  },
)

must(
  'VALID-21',
  'An address with more street lines than the shop allows is rejected',
  {
    why: 'If the surplus line were dropped, the parcel would lack the part of the address that identifies the flat.',
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
  'A dot in city or telephone, or @ in an address name, is accepted; from 2.4.8 each is rejected',
  {
    why: 'After the upgrade, addresses that used to be valid are rejected, also when a customer with an old address saves the profile: adapt forms and imports first.',
    unless: [without('US'), ownTelephone],
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
    // The name is refused; the message from 2.4.9 on is unknown.
    if (shop.is(has('city-and-telephone-take-more'))) {
      expect(answer).toBeRefusedWith(400)
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
