import { has } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code } from '../../src/judge/source.ts'
import { Unmet } from '../../src/judge/unmet.ts'
import { without } from '../shared/circumstances.ts'
import { requiredByLabel, severalErrors } from '../shared/messages.ts'
import { validateAddress } from './validate-address.scenario.ts'

const whyLabels =
  'Up to 2.4.8 the field was named by fieldName. A form that still looks for it marks no field, and the customer sees no reason.'

const byLabel = has('address-errors-by-label')
const { should } = requirementsOf(validateAddress)
const labelled = code(
  'dev/tests/api-functional CustomerRepositoryTest::testCreateCustomerWithoutAddressRequiresException',
  '2.4.9',
)

should(
  'VALID-27',
  'From 2.4.9 a registration names the missing field of an address by its label',
  { why: whyLabels, in: byLabel, unless: without('US'), source: [labelled] },
  ({ 'without city': answer }) => {
    expect(answer).toBeRefusedWith(400, { message: requiredByLabel })
    expect(answer.at('/parameters')).toBe('a list of one label', isOneLabel)
  },
)

should(
  'VALID-28',
  'From 2.4.9 a registration lists several missing fields of an address, each by its label',
  { why: whyLabels, in: byLabel, unless: without('US'), source: [labelled] },
  ({ 'second address lacks nearly all': answer }) => {
    expect(answer).toBeRefusedWith(400, { message: severalErrors })
    // Every shop requires first name, last name, street and city; the labels are those of the store view.
    const errors = (answer.at('/errors').value ?? []) as { message?: unknown; parameters?: unknown }[]
    const missing = errors.filter(({ message }) => message === requiredByLabel)
    const labels = new Set(missing.filter((one) => isOneLabel(one.parameters)).map((one) => String(one.parameters)))
    if (labels.size < 4) throw new Unmet('at least four fields, each by a label', JSON.stringify(errors), answer)
  },
)

should(
  'VALID-32',
  'From 2.4.9 a street of more lines than the shop has is rejected with 400',
  {
    why: 'A line too many would be dropped, and with it the part of the address that finds the door.',
    in: byLabel,
    unless: without('US'),
    source: [code('module-eav/Model/Attribute/Data/Multiline.php', '2.4.9')],
  },
  ({ 'too many lines of street': answer }) => {
    expect(answer).toBeRefusedWith(400, { message: /^".+" cannot contain more than (\d+|%2) lines\.$/m })
  },
)

should(
  'VALID-30',
  'From 2.4.9 a street that holds markup is rejected',
  {
    why: 'Addresses that older releases stored are refused, also when their owner saves the profile: clean them before the upgrade.',
    in: has('street-is-checked'),
    unless: without('US'),
    source: [code('module-customer/Model/Validator/Street.php', '2.4.9')],
  },
  ({ 'markup in the street': answer }) => {
    expect(answer).toBeRefusedWith(400)
  },
)

should(
  'VALID-31',
  'From 2.4.9 a city with a dot and a telephone number with dots are accepted again',
  {
    why: 'From 2.4.8 to 2.4.8-p5 customers in St. Louis could not register. A form that works around it can stop to.',
    in: has('city-and-telephone-take-more'),
    unless: without('US'),
    source: [code('module-customer/Model/Validator/AbstractAddressFieldValidator.php', '2.4.9')],
  },
  ({ 'abbreviated city, dotted telephone': answer }) => {
    expect(answer).toSucceed()
  },
)

function isOneLabel(parameters: unknown): boolean {
  return (
    Array.isArray(parameters) && parameters.length === 1 && typeof parameters[0] === 'string' && parameters[0] !== ''
  )
}
