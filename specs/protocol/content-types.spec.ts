import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { wrongType } from '../shared/messages.ts'
import { contentTypes } from './content-types.scenario.ts'

const { must, should } = requirementsOf(contentTypes)

const deserializers = code('framework/Webapi/Rest/Request/DeserializerFactory.php:57', '2.4.7-p6')
const contentType = code('framework/Webapi/Rest/Request.php:161', '2.4.7-p6')
const notUnderstood = (type: string) => ({
  message: `Server cannot understand Content-Type HTTP header media type ${type}`,
})

must(
  'NEG-09',
  'A body without a content type is rejected with 400',
  {
    why: 'A browser sends this type from any site without asking first. Only refusing the others keeps foreign pages from posting in a visitor’s name. A script that forgot the header sees it at once.',
    source: [contentType, recorded('protocol/content-type-none#call')],
  },
  ({ 'no type': none }) => {
    expect(none).toBeRefusedWith(400, { message: 'Content-Type header is empty.' })
  },
)

must(
  'NEG-10',
  'A body that is neither JSON nor XML by its type, such as a form, is refused with 400 and the type named',
  {
    why: 'A browser sends this type from any site without asking first. Only refusing the others keeps foreign pages from posting in a visitor’s name.',
    source: [
      deserializers,
      recorded('protocol/content-type-text#call'),
      recorded('protocol/content-type-form#call'),
      recorded('protocol/content-type-vendor#call'),
    ],
  },
  ({ 'plain text': text, form, 'vendor’s JSON': vendor }) => {
    expect(text).toBeRefusedWith(400, notUnderstood('text/plain'))
    expect(form).toBeRefusedWith(400, notUnderstood('application/x-www-form-urlencoded'))
    expect(vendor).toBeRefusedWith(400, notUnderstood('application/vnd.api+json'))
  },
)

must(
  'NEG-11',
  'A body in a charset other than UTF-8 is rejected with 400',
  {
    why: 'Read as UTF-8 all the same, a Müller loses the ü in the account and on the invoice.',
    source: [contentType, recorded('protocol/content-type-charset-latin1#call')],
  },
  ({ 'Latin-1': latin }) => {
    expect(latin).toBeRefusedWith(400, { message: 'UTF-8 is the only supported charset.' })
  },
)

must(
  'NEG-12',
  '`Content-Type: application/json; charset=utf-8` is accepted',
  {
    why: 'Most libraries send the charset along; refused, none of them can post.',
    source: [contentType, recorded('protocol/content-type-charset-utf8#call')],
  },
  ({ 'UTF-8': utf8 }) => {
    expect(utf8).toAnswer(true)
  },
)

should(
  'NEG-13',
  'A quoted charset is accepted',
  {
    why: 'Both spellings are right by HTTP, and libraries use both.',
    source: [verified('content-types'), contentType],
  },
  ({ 'quoted UTF-8': quoted }) => {
    expect(quoted).toAnswer(true)
  },
)

should(
  'NEG-14',
  'Another parameter of the content type, such as boundary, is refused with 400',
  {
    why: 'A library that adds a parameter fails on every Magento, and works on a lax mock.',
    source: [contentType, verified('content-types')],
  },
  ({ boundary }) => {
    expect(boundary).toBeRefusedWith(400, { message: 'Content-Type header is invalid.' })
  },
)

should(
  'NEG-15',
  'The content type counts in lower case only',
  {
    why: 'HTTP says that case does not matter, Magento that it does. A client that capitalises works on a mock only.',
    source: [deserializers, recorded('protocol/content-type-upper#call')],
  },
  ({ 'JSON in capitals': capitals }) => {
    expect(capitals).toBeRefusedWith(400, notUnderstood('Application/JSON'))
  },
)

must(
  'NEG-16',
  'A body in XML is understood: the elements below its root are the fields',
  {
    why: 'ERP systems write XML only; a body that is not read is refused for fields that were sent.',
    source: [deserializers, recorded('protocol/xml-request#call'), recorded('token/forms#xml')],
  },
  ({ XML: xml }) => {
    expect(xml).toBeRefusedWith(400, wrongType('here', 'int'))
  },
)
