import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, doc, recorded, verified } from '../../src/judge/source.ts'
import { inapplicable } from '../../src/judge/unmet.ts'
import { without } from '../shared/circumstances.ts'
import { documentedPlaces, documentedValues } from '../shared/documented.ts'
import { customerObject } from './customer-object.scenario.ts'

const { must, should } = requirementsOf(customerObject)
const full = recorded('create/all-optional#call')
const names = ['prefix', 'middlename', 'suffix']

must(
  'OBJECT-01',
  '`dob`, `taxvat`, `prefix`, `middlename` and `suffix` of a customer are returned as sent',
  {
    why: 'Invoices need the tax number, letters the full name. A client that declares these fields as strings fails on any other type.',
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
  'Company, fax, VAT number, prefix, middle name and suffix of an address are returned as sent',
  {
    why: 'The carrier’s label and the invoice are printed from these fields; lost values are missing on the parcel.',
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
  '`GET customers/me` after a login returns all documented fields with their documented types',
  {
    why: 'Every page behind the login displays this response. A missing field or a wrong type breaks the account area for all customers.',
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
  'The profile equals the response to the registration, except `updated_at`',
  {
    why: 'Clients keep the registration response and display it. If the profile differs, the customer was shown something that was not stored.',
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
    // A login or a confirmation in between may have updated the record.
    const places = [...documentedValues, ...optional, ...ofAddress].filter((pointer) => pointer !== '/updated_at')
    for (const pointer of places)
      if (create.at(pointer).exists) expect(me.at(pointer)).toEqual(create.at(pointer))
      else expect(me.at(pointer)).toBeAbsent()
  },
)

should(
  'OBJECT-05',
  '`extension_attributes/is_subscribed` is the boolean `false` for a customer without a newsletter subscription',
  {
    why: 'The newsletter checkbox displays this value. The string "false" is truthy in many languages and would show consent that was not given.',
    source: [recorded('create/documented#create'), recorded('create/documented#me'), verified('objects')],
    next: 'a shop without the newsletter module has no such attribute',
  },
  ({ create, me }) => {
    for (const answer of [create, me]) expect(answer.at('/extension_attributes/is_subscribed')).toEqual(false)
  },
)

should(
  'OBJECT-06',
  '`created_at` is in UTC, without a time zone',
  {
    why: 'Readers have to know the zone because the text does not contain it. Treated as local time, accounts appear hours too early or too late.',
    source: [
      doc('order-create-customer'),
      recorded('create/minimal#create'),
      code('module-eav/Model/Entity/Attribute/Backend/Time/Created.php', '2.4.7-p6'),
    ],
    next: 'compare the clocks and time zones of web server, PHP and database',
  },
  ({ create }) => {
    // Compared with the response's `Date`, or, if it has none, with the time of the request.
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
  '`gender` is returned as the number that was sent',
  {
    why: 'Clients choose the salutation by this number; a string matches none of their cases.',
    source: [full, verified('birth-and-gender')],
    next: 'a shop may have other genders than the stock values 1, 2 and 3',
  },
  ({ 'with gender': answer }) => {
    const { value } = answer.at('/message')
    if (answer.status === 400 && /\bgender\b.*\b3\b/s.test(String(value)))
      inapplicable('the shop has no gender with the number 3, which is "Not Specified" in a stock shop')
    expect(answer).toSucceed()
    expect(answer.at('/gender')).toEqual(answer.sent('/customer/gender'))
  },
)
