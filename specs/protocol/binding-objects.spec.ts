import { has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, thread, verified } from '../../src/judge/source.ts'
import { unsupported, wrongType } from '../shared/messages.ts'
import { bindingObjects } from './binding-objects.scenario.ts'

const whyNamed = 'A developer sees which field is wrong, in a body of forty, instead of trying one after the other.'

const { must, should } = requirementsOf(bindingObjects)

const objects = code('framework/Webapi/ServiceInputProcessor.php:323', '2.4.7-p6')

should(
  'BIND-11',
  'Before 2.4.7, an unknown field of a customer, an address or its extension attributes is an internal error',
  {
    why: 'A field that a plugin or a newer release would know gives an internal error: a developer finds the name in the shop’s log only.',
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
    why: 'A developer sees which field is wrong, in a body of forty, instead of trying one after the other. And a client that sends fields of its own inside a customer breaks with the upgrade to 2.4.7.',
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
  'A list where a customer’s text belongs is refused with 400 and the field named',
  { why: whyNamed, source: [objects, recorded('create/array-lastname#call'), recorded('create/array-email#call')] },
  ({ 'list for a text': list }) => {
    expect(list).toBeRefusedWith(400, wrongType('array', 'string', 'lastname'))
  },
)

must(
  'BIND-14',
  'A text where an address’s list belongs is refused with 400 and each field on the way named',
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
  'A registration rejected for the form of its fields creates no account',
  {
    why: 'The client corrects the field and sends again; an account left behind answers that the e-mail is taken.',
    source: [code('module-customer/Model/AccountManagement.php:923', '2.4.7-p6'), verified('refused-registrations')],
  },
  ({ 'create after all': create }) => {
    expect(create).toSucceed()
    expect(create.at('/id')).toBeOfType('integer')
  },
)

should(
  'BIND-17',
  'A text where the customer’s object belongs is an empty object: refused with 400 for the missing e-mail',
  {
    why: 'A body encoded twice arrives as text. Refused for a missing e-mail, the developer has to know that it was never read.',
    source: [recorded('create/string-customer#call'), verified('refused-registrations')],
  },
  ({ 'text for an object': text }) => {
    expect(text).toBeRefusedWith(400)
  },
)
