import { has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, thread, verified } from '../../src/judge/source.ts'
import { unsupported, wrongType } from '../shared/messages.ts'
import { bindingObjects } from './binding-objects.scenario.ts'

const whyNamed = 'The developer sees which of forty fields is wrong, instead of trying one after the other.'

const { must, should } = requirementsOf(bindingObjects)

const objects = code('framework/Webapi/ServiceInputProcessor.php:323', '2.4.7-p6')

should(
  'BIND-11',
  'Before 2.4.7, an unknown field of a customer, an address or its extension attributes is an internal error',
  {
    why: 'A field of a plugin or a newer release causes an internal error. The developer finds the field’s name only in the shop’s log.',
    in: lacks('unknown-field-is-refused'),
    source: [
      code('framework/Reflection/NameFinder.php:105', '2.4.6-p11'),
      thread('magento/magento2#8342'),
      recorded('create/unknown-field#call'),
      recorded('create/address-unknown-field#call'),
      recorded('create/extension-attribute-unknown#call'),
    ],
  },
  ({ 'unknown field': own, 'unknown field of an address': nested, 'unknown extension attribute': extension }) => {
    for (const exchange of [own, nested, extension]) expect(exchange).toBeRefusedWith(500)
  },
)

must(
  'BIND-12',
  'From 2.4.7, an unknown field of a customer, an address or its extension attributes is rejected by name (400)',
  {
    why: 'The developer sees which of forty fields is wrong. A client that adds unknown fields to a customer stops working with the upgrade to 2.4.7.',
    in: has('unknown-field-is-refused'),
    source: [
      code('framework/Webapi/ServiceInputProcessor.php:628', '2.4.7-p6'),
      recorded('create/unknown-field#call'),
      recorded('create/address-unknown-field#call'),
      recorded('create/extension-attribute-unknown#call'),
    ],
  },
  ({ 'unknown field': own, 'unknown field of an address': nested, 'unknown extension attribute': extension }) => {
    expect(own).toBeRefusedWith(400, unsupported('Surprise'))
    expect(nested).toBeRefusedWith(400, unsupported('Surprise'))
    expect(extension).toBeRefusedWith(400, unsupported('Surprise'))
  },
)

must(
  'BIND-13',
  'A list in place of a customer’s string field is rejected with 400, naming the field',
  { why: whyNamed, source: [objects, recorded('create/array-lastname#call'), recorded('create/array-email#call')] },
  ({ 'list for a text': list }) => {
    expect(list).toBeRefusedWith(400, wrongType('array', 'string', 'lastname'))
  },
)

must(
  'BIND-14',
  'A string in place of an address’s list is rejected with 400, naming each field on the path',
  { why: whyNamed, source: [objects, recorded('create/address-street-string#call')] },
  ({ 'text for a list': text }) => {
    expect(text).toBeRefusedWith(400, wrongType('string', 'string[]', 'addresses', 'street'))
  },
)

should(
  'BIND-15',
  'A custom attribute without a code is rejected with 400',
  {
    why: whyNamed,
    source: [code('framework/Webapi/ServiceInputProcessor.php:459', '2.4.7-p6'), verified('custom-attributes')],
  },
  ({ 'attribute without a code': without }) => {
    const why = 'A custom attribute is specified with a missing attribute code. Verify the code and try again.'
    expect(without).toBeRefusedWith(400, { message: `Error occurred during "custom_attributes" processing. ${why}` })
  },
)

must(
  'BIND-16',
  'A registration rejected because of a field’s type creates no account',
  {
    why: 'The client corrects the field and sends the request again. An account left behind would make the e-mail taken.',
    source: [code('module-customer/Model/AccountManagement.php:923', '2.4.7-p6'), verified('refused-registrations')],
  },
  ({ 'create after all': create }) => {
    expect(create).toSucceed()
    expect(create.at('/id')).toBeOfType('integer')
  },
)

should(
  'BIND-17',
  'A string in place of the customer object is read as an empty object: 400 for the missing e-mail',
  {
    why: 'A body that was JSON-encoded twice arrives as a string. The error about a missing e-mail means that its content was never read.',
    source: [recorded('create/string-customer#call'), verified('refused-registrations')],
  },
  ({ 'text for an object': text }) => {
    expect(text).toBeRefusedWith(400)
  },
)
