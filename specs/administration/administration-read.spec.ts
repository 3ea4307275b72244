import { expect } from '../../src/judge/expect.ts'
import { needed } from '../../src/judge/known.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, thread, verified } from '../../src/judge/source.ts'
import { inapplicable, Unmet } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { without } from '../shared/circumstances.ts'
import { noSuchPair, wrongType } from '../shared/messages.ts'
import { asAdministrator } from '../shared/permitted.ts'
import { expectDefaultAddress, expectNotFound, expectSameProfile, unknownId } from '../shared/profile.ts'
import { administrationRead } from './administration-read.scenario.ts'

const whyConnector = 'ERP and CRM connectors work with these responses. A missing field is missing on every invoice.'
const whyTypo = 'A connector with a wrong id learns it, instead of going on with nothing or with another record.'

type Attribute = Readonly<Record<string, unknown>>

/** Checks attributes of a list; skips those that the shop does not have. */
function expectAttributes(
  answer: Exchange,
  what: string,
  codes: readonly string[],
  holds: (attribute: Attribute) => boolean,
): void {
  expect(answer).toSucceed()
  needed(answer, Array.isArray(answer.json), 'without a list')
  const list = answer.json as readonly Attribute[]
  const named = list.filter(({ attribute_code }) => codes.includes(String(attribute_code)))
  if (named.length === 0) inapplicable(`the shop has no attribute ${codes.join(' or ')}`)
  const wrong = named.find((attribute) => !holds(attribute))
  if (wrong === undefined) return
  const { attribute_code, required, options } = wrong
  const place = `/${list.indexOf(wrong)}`
  const shown = JSON.stringify({ attribute_code, required, options })
  throw new Unmet(`the attribute ${attribute_code} ${what} at ${place}`, shown, answer, place)
}

const { must, should } = asAdministrator(requirementsOf(administrationRead))
const routes = (line: number) => code(`module-customer/etc/webapi.xml:${line}`, '2.4.7-p6')

must(
  'ADMIN-05',
  'An administrator reads a customer by id, equal to the response to creating it',
  {
    why: whyConnector,
    source: [recorded('bearer/reach#admin-by-id'), recorded('admin/life#read'), verified('objects')],
  },
  ({ create, read }) => {
    expect(read).toSucceed().toMatchSchema('customer')
    expectSameProfile(read, create)
  },
)

must(
  'ADMIN-06',
  'An unknown customer id is not found',
  { why: whyTypo, source: [recorded('admin/life#read-gone'), verified('customers-of-an-administrator')] },
  ({ 'read an unknown one': customer, 'billing of an unknown one': billing }) => {
    for (const answer of [customer, billing]) expectNotFound(answer, 'customerId', unknownId)
  },
)

must(
  'ADMIN-07',
  'A customer id that is not a number is rejected',
  {
    why: 'If a malformed id were truncated or read as 0, the response would contain another customer.',
    source: [code('framework/Reflection/TypeProcessor.php:500', '2.4.7-p6'), verified('customers-of-an-administrator')],
  },
  ({ 'read without a number': answer }) => {
    expect(answer).toBeRefusedWith(400, wrongType('abc', 'int'))
  },
)

should(
  'ADMIN-08',
  'Whether a customer is read-only is returned as a boolean',
  {
    why: 'Tools check this before they offer to edit. The text "false" is true in most languages, and the form stays closed.',
    source: [routes(224)],
  },
  ({ 'read only': answer }) => {
    expect(answer).toSucceed()
    expect(answer.at('')).toBeOfType('boolean')
  },
)

must(
  'ADMIN-09',
  'An administrator reads an address by its id',
  { why: whyConnector, unless: without('US'), source: [routes(244), verified('customers-of-an-administrator')] },
  ({ create, address }) => expectDefaultAddress(address, create, 'default_billing'),
)

must(
  'ADMIN-10',
  'An unknown address id is not found',
  { why: whyTypo, source: [routes(244), verified('customers-of-an-administrator')] },
  ({ 'unknown address': answer }) => {
    expectNotFound(answer, 'addressId', unknownId)
  },
)

must(
  'ADMIN-11',
  'An administrator reads the default addresses of a customer',
  {
    why: 'Support and order entry fill in the address for the customer on the phone.',
    unless: without('US'),
    source: [routes(259), routes(274), verified('customers-of-an-administrator')],
  },
  ({ create, billing, shipping }) => {
    expectDefaultAddress(billing, create, 'default_billing')
    expectDefaultAddress(shipping, create, 'default_shipping')
  },
)

should(
  'ADMIN-12',
  'An administrator reads the customer attributes and which of them are required',
  {
    why: 'Customer forms are built from this list. A wrong `required` makes a form demand a field for nothing, or fail at the end.',
    source: [routes(67), verified('objects')],
  },
  ({ attributes }) => {
    expect(attributes).toSucceed()
    expect(attributes.at('')).toBe('a list of attributes with a code and whether it is required', (value) => {
      const list = Array.isArray(value) ? (value as Record<string, unknown>[]) : []
      const codes = list.map(({ attribute_code }) => attribute_code)
      const typed = list.every(
        (entry) => typeof entry.attribute_code === 'string' && typeof entry.required === 'boolean',
      )
      return typed && ['email', 'firstname', 'lastname'].every((code) => codes.includes(code))
    })
  },
)

should(
  'ADMIN-53',
  'Name and e-mail are required attributes of a customer, name and city of an address',
  {
    why: 'A form that is built from this list lets the customer leave them empty, and the registration fails after it.',
    source: [routes(67), verified('objects')],
  },
  ({ attributes, 'address attributes': ofAddress }) => {
    expectAttributes(attributes, 'required', ['email', 'firstname', 'lastname'], ({ required }) => required === true)
    expectAttributes(ofAddress, 'required', ['firstname', 'lastname', 'city'], ({ required }) => required === true)
  },
)

should(
  'ADMIN-54',
  'The gender has options, each with a value and the label for it',
  {
    why: 'A form shows these labels and sends the values. Without them it shows only numbers.',
    source: [routes(67), verified('objects'), thread('magento/magento2#24518')],
  },
  ({ attributes }) => {
    expectAttributes(attributes, 'with options of a value and a label', ['gender'], ({ options }) => {
      const chosen = (Array.isArray(options) ? options : []).filter(({ value }) => value !== '')
      const isText = (text: unknown) => typeof text === 'string' && text.trim() !== ''
      return chosen.length > 1 && chosen.every(({ label, value }) => isText(label) && isText(value))
    })
  },
)

should(
  'ADMIN-13',
  'An unknown attribute is not found',
  {
    why: whyTypo,
    source: [code('module-customer/Model/Metadata/CustomerMetadata.php:90', '2.4.7-p6'), verified('refusals')],
  },
  ({ 'unknown attribute': answer }) => {
    expect(answer).toBeRefusedWith(404, {
      message: noSuchPair,
      parameters: {
        fieldName: 'entityType',
        fieldValue: 'customer',
        field2Name: 'attributeCode',
        field2Value: 'no_such_attribute',
      },
    })
  },
)
