import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, thread, verified } from '../../src/judge/source.ts'
import { Unmet } from '../../src/judge/unmet.ts'
import { expectInResponse, inResponse } from '../shared/xml.ts'
import { accept } from './accept.scenario.ts'

const { must, should, may } = requirementsOf(accept)

const renderers = code('framework/Webapi/Rest/Response/RendererFactory.php:69', '2.4.7-p6')
const byWeight = code('framework/Webapi/Rest/Response/RendererFactory.php:100', '2.4.7-p6')

must(
  'NEG-01',
  '`Accept: application/json`, with or without a charset, returns JSON',
  {
    why: 'Nearly every HTTP library sends this header, with or without a charset. If one form were rejected, the library could not be used.',
    source: [renderers, recorded('protocol/accept-json-charset#call')],
  },
  ({ 'JSON with charset': withCharset }) => {
    expect(withCharset).toAnswer(true)
  },
)

must(
  'NEG-02',
  '`Accept: */*`, or no Accept header, returns JSON',
  {
    why: 'Scripts and curl do not ask for a type and parse JSON. XML would break all of them.',
    source: [renderers, recorded('protocol/accept-any#call'), recorded('protocol/accept-none#call')],
  },
  ({ anything, nothing }) => {
    expect(anything).toAnswer(true)
    expect(nothing).toAnswer(true)
  },
)

must(
  'NEG-03',
  'Of several accepted types, the first that the API supports is returned',
  {
    why: 'Libraries send a list of the types they can read, the best first. With a later one, or an error, they fail.',
    source: [byWeight, verified('accepted-types')],
  },
  ({ 'a script’s list': list, 'unknown type first': unknownFirst }) => {
    expect(list).toAnswer(true)
    expect(unknownFirst).toAnswer(true)
  },
)

must(
  'NEG-04',
  '`Accept: application/xml` returns XML with the root element `response`',
  {
    why: 'ERP systems read XML only, and look for this root.',
    source: [renderers, recorded('protocol/accept-xml#call')],
  },
  ({ XML: xml }) => {
    expectInResponse(xml, 'true')
  },
)

should(
  'NEG-05',
  'Of several accepted types, the one with the highest weight is returned: a browser gets XML',
  {
    why: 'A browser shows the API’s response in XML. Developers comparing it with the client’s JSON have to know why.',
    source: [byWeight, recorded('protocol/accept-html-browser#call')],
  },
  ({ 'a browser’s list': list, 'XML preferred by weight': weighed }) => {
    expectInResponse(list, 'true')
    expectInResponse(weighed, 'true')
  },
)

must(
  'NEG-06',
  'An error is returned in XML too, with message and named parameters',
  {
    why: 'A client that reads XML has to show the error too. JSON in its place cannot be parsed.',
    source: [recorded('protocol/xml-response#error'), verified('xml')],
  },
  ({ 'refusal in XML': refusal }) => {
    const { message, parameters } = inResponse(refusal, 401) as {
      message?: unknown
      parameters?: { resources?: unknown }
    }
    if (typeof message !== 'string' || parameters?.resources !== 'self')
      throw new Unmet('a message, and self in resources', JSON.stringify({ message, parameters }), refusal)
  },
)

should(
  'NEG-07',
  'An `Accept` header with no supported type gets an error page with status 500, never data or 406',
  {
    why: 'A wrong `Accept` header looks like a crash of the shop: 500 and HTML. Data in another type would break the client.',
    source: [recorded('protocol/accept-html#call'), verified('accepted-types'), thread('magento/magento2#38907')],
  },
  ({ HTML: html }) => {
    expect(html)
      .toHaveStatus(500)
      .toHaveHeader('content-type', /^text\/(html|plain)\b/i)
  },
)

may(
  'NEG-08',
  'An unsupported `Accept` header is rejected before the route is resolved',
  {
    why: 'The developer sees the error page of a wrong header even if the URL is wrong too, and must not look for the error in the URL first.',
    source: [recorded('protocol/accept-html#call'), verified('order-of-checks')],
  },
  ({ 'HTML of an unknown route': html }) => {
    expect(html).toHaveStatus(500)
  },
)
