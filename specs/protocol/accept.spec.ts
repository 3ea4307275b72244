import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, thread, verified } from '../../src/judge/source.ts'
import { Unmet } from '../../src/judge/unmet.ts'
import { accept } from './accept.scenario.ts'
import { expectInResponse, inResponse } from './xml.ts'

const { must, should, may } = requirementsOf(accept)

const renderers = code('framework/Webapi/Rest/Response/RendererFactory.php:69', '2.4.7-p6')
const byWeight = code('framework/Webapi/Rest/Response/RendererFactory.php:100', '2.4.7-p6')

must(
  'NEG-01',
  'who accepts application/json, even with a charset, gets JSON',
  { source: [renderers, recorded('protocol/accept-json-charset#call')] },
  ({ 'JSON with charset': withCharset }) => {
    expect(withCharset).toAnswer(true)
  },
)

must(
  'NEG-02',
  'who accepts anything, or says nothing of it, gets JSON',
  { source: [renderers, recorded('protocol/accept-any#call'), recorded('protocol/accept-none#call')] },
  ({ anything, nothing }) => {
    expect(anything).toAnswer(true)
    expect(nothing).toAnswer(true)
  },
)

must(
  'NEG-03',
  'of several accepted types the first that the API has is served',
  { source: [byWeight, verified('verified.md (a) 4.1')] },
  ({ 'a script’s list': list, 'unknown type first': unknownFirst }) => {
    expect(list).toAnswer(true)
    expect(unknownFirst).toAnswer(true)
  },
)

must(
  'NEG-04',
  'who accepts application/xml gets XML with the root element response',
  { source: [renderers, recorded('protocol/accept-xml#call')] },
  ({ XML: xml }) => {
    expectInResponse(xml, 'true')
  },
)

should(
  'NEG-05',
  'of several accepted types the one with the greatest weight is served: a browser gets XML',
  { source: [byWeight, recorded('protocol/accept-html-browser#call')] },
  ({ 'a browser’s list': list, 'XML preferred by weight': weighed }) => {
    expectInResponse(list, 'true')
    expectInResponse(weighed, 'true')
  },
)

must(
  'NEG-06',
  'a refusal comes in XML too: message, and parameters by name',
  { source: [recorded('protocol/xml-response#error'), verified('verified.md N37')] },
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
  'who accepts only what the API does not have gets an error page with status 500, never data or 406',
  {
    source: [recorded('protocol/accept-html#call'), verified('verified.md (a) 4.1'), thread('magento/magento2#38907')],
  },
  ({ HTML: html }) => {
    expect(html)
      .toHaveStatus(500)
      .toHaveHeader('content-type', /^text\/(html|plain)\b/i)
  },
)

may(
  'NEG-08',
  'an unusable Accept counts before the route is looked for',
  { source: [recorded('protocol/accept-html#call'), verified('verified.md c.1 3')] },
  ({ 'HTML of an unknown route': html }) => {
    expect(html).toHaveStatus(500)
  },
)
