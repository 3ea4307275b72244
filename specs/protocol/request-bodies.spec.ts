import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { untestable } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { noRoute, required } from '../shared/messages.ts'
import { requestBodies } from './request-bodies.scenario.ts'

const whyCutOff = 'A truncated body must not be applied in part: fields that were cut off would be lost.'

const { must, should, may } = requirementsOf(requestBodies)

const decoder = code('framework/Webapi/Rest/Request/Deserializer/Json.php:67', '2.4.7-p6')
const validator = code('module-webapi/Controller/Rest/RequestValidator.php:102', '2.4.7-p6')
/** A shop in developer mode adds the parser's message. */
const undecodable = { message: /^Decoding error(\.$|: )/i }
const withoutEmail = required('customerEmail')

must(
  'BODY-01',
  'Truncated or malformed JSON is rejected with 400',
  { why: whyCutOff, source: [decoder, recorded('protocol/json-broken#call'), recorded('protocol/json-trailing#call')] },
  ({ 'cut off': cutOff, 'comma too many': comma }) => {
    expect(cutOff).toBeRefusedWith(400, undecodable)
    expect(comma).toBeRefusedWith(400, undecodable)
  },
)

must(
  'BODY-02',
  'JSON that is not valid UTF-8 is rejected with 400, not repaired',
  {
    why: 'If invalid bytes were replaced silently, a name would be stored damaged, and a password would differ from the one typed.',
    source: [decoder, verified('request-bodies')],
  },
  ({ 'not UTF-8': latin }) => {
    expect(latin).toBeRefusedWith(400, undecodable)
  },
)

should(
  'BODY-03',
  'JSON after a byte order mark, or nested 600 levels deep, is rejected with 400',
  {
    why: 'Files saved on Windows begin with a byte order mark; deep nesting is an attack on the parser. A 400 explains the first and stops the second.',
    source: [recorded('protocol/json-bom#call'), recorded('protocol/json-deep#call'), verified('request-bodies')],
  },
  ({ 'byte order mark': mark, '600 levels deep': deep }) => {
    expect(mark).toBeRefusedWith(400, undecodable)
    expect(deep).toBeRefusedWith(400, undecodable)
  },
)

must(
  'BODY-04',
  'A number, null or a list in place of the body’s object is treated as a body without fields',
  {
    why: 'A client that sends a wrong type learns which fields are missing, instead of getting an internal error.',
    source: [
      recorded('protocol/json-scalar#call'),
      recorded('protocol/json-null#call'),
      recorded('create/empty-list#call'),
      verified('request-bodies'),
    ],
  },
  ({ number, null: nothing, list }) => {
    for (const exchange of [number, nothing, list]) expect(exchange).toBeRefusedWith(400, withoutEmail)
  },
)

must(
  'BODY-05',
  'A missing body, with or without a content type, is treated as a body without fields',
  {
    why: 'Without a body, the developer sees which fields are missing, instead of an internal error.',
    source: [recorded('protocol/json-empty#call'), verified('request-bodies')],
  },
  ({ empty, 'empty without a type': untyped }) => {
    expect(empty).toBeRefusedWith(400, withoutEmail)
    expect(untyped).toBeRefusedWith(400, withoutEmail)
  },
)

must(
  'BODY-06',
  'Truncated XML is rejected with 400',
  {
    why: whyCutOff,
    source: [
      code('framework/Webapi/Rest/Request/Deserializer/Xml.php:92', '2.4.7-p6'),
      recorded('protocol/xml-broken#call'),
    ],
  },
  ({ 'XML cut off': cutOff }) => {
    expect(cutOff).toBeRefusedWith(400, undecodable)
  },
)

must(
  'BODY-07',
  'An invalid token is rejected before the body is read',
  {
    why: 'An unauthorized request should reveal nothing and cost nothing. Reading the body first would let it keep the server busy.',
    source: [validator, verified('order-of-checks')],
  },
  ({ 'broken, bad token': broken }) => {
    expect(broken).toBeUnauthorized()
  },
)

must(
  'BODY-08',
  'An unknown route is rejected before the body is read',
  {
    why: 'Reading the body first would let unauthorized requests keep the server busy. The developer should hear about the wrong URL first.',
    source: [code('module-webapi/Controller/Rest/Router.php:57', '2.4.7-p6'), verified('order-of-checks')],
  },
  ({ 'broken, unknown route': broken }) => {
    expect(broken).toBeRefusedWith(404, { message: noRoute })
  },
)

should(
  'BODY-11',
  'A body of 16 KB is read like a short one',
  {
    why: 'A customer with a full address book sends a profile of that size. If it is rejected, that customer alone cannot save it.',
    source: [{ kind: 'documentation', at: 'RFC 8259, section 2' }, verified('request-bodies')],
    next: 'check the limits for bodies in front of the shop: client_max_body_size of nginx, LimitRequestBody of Apache, a firewall',
  },
  ({ 'sixteen kilobytes': long }) => {
    expect(long).toSucceed()
  },
)

may(
  'BODY-09',
  'Malformed JSON in the body of a GET request is rejected too',
  {
    why: 'Some libraries send a body with every request. A truncated one must not be accepted.',
    source: [verified('request-bodies')],
    next: 'a proxy in front of the shop may drop the body of a GET; clients should not send one',
  },
  ({ 'broken on GET': broken }) => {
    const cache = broken.status === 200 ? cacheOf(broken) : undefined
    if (cache)
      untestable(
        `a cache in front of the shop (${cache}) drops the body of a GET`,
        'ask the shop’s own web server, without the cache',
      )
    expect(broken).toBeRefusedWith(400, undecodable)
  },
)

should(
  'BODY-10',
  'A valid body in a GET request is ignored',
  {
    why: 'Some libraries send a body with every request. Their reads must not fail because of it.',
    source: [verified('request-bodies')],
  },
  ({ 'whole on GET': whole }) => {
    expect(whole).toSucceed()
  },
)

/** Returns the header by which a cache in front of the shop shows itself. */
function cacheOf(answer: Exchange): string | undefined {
  const shown = ['via', 'x-varnish', 'x-cache', 'x-served-by', 'cf-ray', 'x-amz-cf-id', 'x-akamai-request-id']
  const name = shown.find((header) => answer.header(header) !== undefined)
  return name && `header ${name}`
}
