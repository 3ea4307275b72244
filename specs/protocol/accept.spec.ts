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
    why: 'Nearly every HTTP library sends it with a charset or without; refused, that library cannot be used.',
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
    why: 'Scripts and curl say nothing of it and parse JSON. XML breaks all of them.',
    source: [renderers, recorded('protocol/accept-any#call'), recorded('protocol/accept-none#call')],
  },
  ({ anything, nothing }) => {
    expect(anything).toAnswer(true)
    expect(nothing).toAnswer(true)
  },
)

must(
  'NEG-03',
  'Of several accepted types the first that the API has is served',
  {
    why: 'Libraries send a list of what they can read. Served something later in it, or nothing, they fail on the answer.',
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
  'Of several accepted types the one with the greatest weight is served: a browser gets XML',
  {
    why: 'Opened in a browser the API answers in XML: a developer who compares it with the client’s JSON should know why.',
    source: [byWeight, recorded('protocol/accept-html-browser#call')],
  },
  ({ 'a browser’s list': list, 'XML preferred by weight': weighed }) => {
    expectInResponse(list, 'true')
    expectInResponse(weighed, 'true')
  },
)

must(
  'NEG-06',
  'A refusal comes in XML too: message, and parameters by name',
  {
    why: 'A client that reads XML has to show the reason as well; JSON in its place is a parse error to it.',
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
  'Who accepts only what the API does not have gets an error page with status 500, never data or 406',
  {
    why: 'A wrong Accept looks like a crash of the shop: 500 and HTML. Data in spite of it would break the client that asked for something else.',
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
  'An unusable Accept counts before the route is looked for',
  {
    why: 'The developer sees the error page for a wrong header first, and must not look for the fault in the URL.',
    source: [recorded('protocol/accept-html#call'), verified('order-of-checks')],
  },
  ({ 'HTML of an unknown route': html }) => {
    expect(html).toHaveStatus(500)
  },
)
