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
    why: 'Browsers send such a request from any site without a preflight. Only rejecting it prevents other sites from posting in a visitor’s name. A script that forgot the header sees it at once.',
    source: [contentType, recorded('protocol/content-type-none#call')],
  },
  ({ 'no type': none }) => {
    expect(none).toBeRefusedWith(400, { message: 'Content-Type header is empty.' })
  },
)

must(
  'NEG-10',
  'A content type other than JSON or XML, such as a form, is rejected with 400, naming the type',
  {
    why: 'Browsers send such a request from any site without a preflight. Only rejecting it prevents other sites from posting in a visitor’s name.',
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
    why: 'If the body were read as UTF-8 anyway, the ü of Müller would be lost in the account and on the invoice.',
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
    why: 'Most libraries send the charset. If it were rejected, none of them could post.',
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
    why: 'HTTP allows both spellings, and libraries use both.',
    source: [verified('content-types'), contentType],
  },
  ({ 'quoted UTF-8': quoted }) => {
    expect(quoted).toAnswer(true)
  },
)

should(
  'NEG-14',
  'Another parameter of the content type, such as `boundary`, is rejected with 400',
  {
    why: 'A library that adds a parameter fails on every Magento, but works on a lenient mock.',
    source: [contentType, verified('content-types')],
  },
  ({ boundary }) => {
    expect(boundary).toBeRefusedWith(400, { message: 'Content-Type header is invalid.' })
  },
)

should(
  'NEG-15',
  'The content type is accepted in lower case only',
  {
    why: 'By HTTP the case does not matter; in Magento it does. A client that sends capitals works only on a mock.',
    source: [deserializers, recorded('protocol/content-type-upper#call')],
  },
  ({ 'JSON in capitals': capitals }) => {
    expect(capitals).toBeRefusedWith(400, notUnderstood('Application/JSON'))
  },
)

must(
  'NEG-16',
  'An XML body is read: the elements below its root are the fields',
  {
    why: 'ERP systems write XML only. If it were not read, the error would name fields as missing that were sent.',
    source: [deserializers, recorded('protocol/xml-request#call'), recorded('token/forms#xml')],
  },
  ({ XML: xml }) => {
    expect(xml).toBeRefusedWith(400, wrongType('here', 'int'))
  },
)
