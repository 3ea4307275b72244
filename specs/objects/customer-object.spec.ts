import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, doc, recorded, verified } from '../../src/judge/source.ts'
import { without } from '../shared/circumstances.ts'
import { documentedPlaces, documentedValues } from '../shared/documented.ts'
import { customerObject } from './customer-object.scenario.ts'

const { must, should } = requirementsOf(customerObject)
const full = recorded('create/all-optional#call')
const names = ['prefix', 'middlename', 'suffix']

must(
  'OBJECT-01',
  'what else is said of a customer comes back as text: date of birth, tax number, prefix, middle name, suffix',
  {
    why: 'Invoices need the tax number and letters the name in full. A client that declared these fields as text breaks on anything else.',
    source: [full, verified('objects')],
  },
  ({ create }) => {
    expect(create).toSucceed().toMatchSchema('customer')
    for (const field of ['dob', 'taxvat', ...names])
      expect(create.at(`/${field}`)).toEqual(create.sent(`/customer/${field}`))
  },
)

must(
  'OBJECT-02',
  'what else is said of an address comes back as text: company, fax, VAT number, prefix, middle name, suffix',
  {
    why: 'The carrier’s label and the invoice are printed from these fields; what is lost here is lost on the parcel.',
    unless: without('US'),
    source: [recorded('create/address-company-vat-fax#call'), verified('objects')],
  },
  ({ create }) => {
    const sent = '/customer/addresses/0'
    for (const field of ['company', 'fax', ...names])
      expect(create.at(`/addresses/0/${field}`)).toEqual(create.sent(`${sent}/${field}`))
    expect(create.at('/addresses/0/vat_id')).toEqual(create.sent(`${sent}/vatId`))
  },
)

must(
  'OBJECT-03',
  'the customer who logs in reads a profile of the documented form',
  {
    why: 'Every page behind the login is drawn from this answer. A missing field or another type breaks the account area for all customers.',
    profile: 'shape',
    unless: without('US'),
    source: [doc('order-create-customer'), recorded('create/documented#me'), verified('objects')],
  },
  ({ me }) => {
    expect(me).toSucceed().toMatchSchema('customer')
    for (const { pointer, type } of documentedPlaces) expect(me.at(pointer)).toBeOfType(type)
  },
)

must(
  'OBJECT-04',
  'the profile says what the answer to the registration said',
  {
    why: 'A client keeps what the registration answered and shows it. If the profile differs, what was stored is not what the customer was told.',
    source: [
      recorded('create/documented#me'),
      recorded('create/documented#create'),
      verified('reading-and-writing-the-profile'),
    ],
  },
  ({ create, me }) => {
    expect(me).toSucceed()
    const optional = ['dob', 'taxvat', ...names].map((field) => `/${field}`)
    const ofAddress = ['company', 'fax', 'vat_id', ...names].map((field) => `/addresses/0/${field}`)
    // A login or a confirmation in between may have touched the record.
    const places = [...documentedValues, ...optional, ...ofAddress].filter((pointer) => pointer !== '/updated_at')
    for (const pointer of places)
      if (create.at(pointer).exists) expect(me.at(pointer)).toEqual(create.at(pointer))
      else expect(me.at(pointer)).toBeAbsent()
  },
)

should(
  'OBJECT-05',
  'whether the customer has subscribed to the newsletter is said in `extension_attributes`, as true or false',
  {
    why: 'The checkbox for the newsletter is drawn from it; a text "false" counts as true in many a language, and shows consent that was not given.',
    source: [recorded('create/documented#create'), recorded('create/documented#me'), verified('objects')],
    next: 'a shop without the newsletter has no such attribute',
  },
  ({ create, me }) => {
    for (const answer of [create, me]) expect(answer.at('/extension_attributes/is_subscribed')).toEqual(false)
  },
)

should(
  'OBJECT-06',
  'when an account was created is said in universal time, without a zone',
  {
    why: 'Without a zone in the text the reader has to know it. Taken for local time, accounts seem to be made hours before or after they were.',
    source: [
      doc('order-create-customer'),
      recorded('create/minimal#create'),
      code('module-eav/Model/Entity/Attribute/Backend/Time/Created.php', '2.4.7-p6'),
    ],
    next: 'compare the clocks and time zones of web server, PHP and database',
  },
  ({ create }) => {
    // The answer's own time of day counts; where none is given, that of the asking.
    const now = create.header('date') ?? create.data.startedAt
    const text = create.at('/created_at').value
    const created = typeof text === 'string' ? Date.parse(`${text.replace(' ', 'T')}Z`) : Number.NaN
    expect(create.at('/created_at')).toBe(
      `within ten minutes of ${now}`,
      () => Math.abs(created - Date.parse(now)) < 10 * 60_000,
    )
  },
)

should(
  'OBJECT-07',
  'the gender comes back as the number that was sent',
  {
    why: 'Clients choose the salutation by this number; as a text it matches none of their cases.',
    source: [full, verified('birth-and-gender')],
    next: 'a shop may have other genders than a stock shop: 1, 2 and 3',
  },
  ({ 'with gender': answer }) => {
    expect(answer).toSucceed()
    expect(answer.at('/gender')).toEqual(answer.sent('/customer/gender'))
  },
)
