import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { inapplicable } from '../../src/judge/unmet.ts'
import { noRoute, notProcessed, wrongType } from '../shared/messages.ts'
import { urlForms } from './url-forms.scenario.ts'

const whyTwoReadings =
  'If a gateway and the shop read a URL differently, the shop serves a request that the gateway meant to block.'

const { must, should } = requirementsOf(urlForms)

const pathProcessor = code('module-webapi/Controller/PathProcessor.php:62', '2.4.7-p6')
const router = code('module-webapi/Controller/Rest/Router.php:57', '2.4.7-p6')
const processorPool = code('module-webapi/Controller/Rest/RequestProcessorPool.php:46', '2.4.7-p6')

must(
  'ROUTE-01',
  'A route is available with the store code in the URL and without it',
  {
    why: 'Single-store clients omit the code, others send it. If one form were missing, half of the clients would fail.',
    source: [pathProcessor, recorded('protocol/base /rest/V1#call'), recorded('token/forms#no-store')],
  },
  ({ 'with the store’s code': withCode, 'without a store code': without }) => {
    expect(withCode).toAnswer(true)
    expect(without).toAnswer(true)
  },
)

must(
  'ROUTE-02',
  'The store code `all` reaches the routes that need no account',
  {
    why: 'Clients of several stores register through `all`. If it were rejected, they could not create accounts.',
    source: [pathProcessor, recorded('protocol/base /rest/all/V1#call')],
  },
  ({ 'store code all': all }) => {
    expect(all).toAnswer(true)
  },
)

should(
  'ROUTE-03',
  'The API responds below `index.php` as it does without it',
  {
    why: 'Shops without URL rewriting are reached only this way, and clients keep the configured URL.',
    source: [code('framework/Webapi/Request.php:51', '2.4.7-p6'), recorded('protocol/base /index.php/rest/V1#call')],
    next: 'check whether the web server blocks requests with index.php in the path',
  },
  ({ 'below index.php': below }) => {
    expect(below).toAnswer(true)
  },
)

must(
  'ROUTE-04',
  'An unknown store code is rejected with 400, and so is the code of the administration',
  {
    why: 'A mistyped store code must not create customers in another store. The administration’s code is a scope that no client should write to.',
    source: [processorPool, recorded('protocol/base /rest/nope/V1#call'), verified('urls-and-store-codes')],
  },
  ({ 'unknown store code': unknown, 'store code admin': admin }) => {
    expect(unknown).toBeRefusedWith(400, { message: notProcessed })
    expect(admin).toBeRefusedWith(400, { message: notProcessed })
  },
)

should(
  'ROUTE-05',
  'Store codes are case-sensitive',
  {
    why: 'A client that sends the code in capitals works on a lenient mock and fails on the shop.',
    source: [recorded('protocol/base /rest/DEFAULT/V1#call'), verified('urls-and-store-codes')],
  },
  ({ 'store code in capitals': capitals }, shop) => {
    if (shop.store !== 'default') inapplicable('the code of the store view is not "default"')
    expect(capitals).toBeRefusedWith(400, { message: notProcessed })
  },
)

must(
  'ROUTE-06',
  'An unknown API version is rejected as an unknown route',
  { why: whyTwoReadings, source: [router, recorded('protocol/base /rest/default/V2#call')] },
  ({ 'unknown version': unknown }) => {
    expect(unknown).toBeRefusedWith(404, { message: noRoute })
  },
)

must(
  'ROUTE-07',
  'Version and route are case-sensitive',
  {
    why: whyTwoReadings,
    source: [router, recorded('protocol/base /rest/default/v1#call'), verified('urls-and-store-codes')],
  },
  ({ 'route in other case': otherCase, 'version in lower case': lowerCase }) => {
    expect(lowerCase).toBeRefusedWith(400, { message: notProcessed })
    expect(otherCase).toBeRefusedWith(404, { message: noRoute })
  },
)

must(
  'ROUTE-08',
  'A trailing slash after the route is ignored',
  {
    why: 'Libraries that join URLs add a slash. If it were rejected, every request of such a client would fail.',
    source: [recorded('protocol/trailing-slash#call'), verified('urls-and-store-codes')],
  },
  ({ 'trailing slash': trailing }) => {
    expect(trailing).toAnswer(true)
  },
)

should(
  'ROUTE-09',
  'Two slashes in a row are rejected as an unknown route',
  {
    why: whyTwoReadings,
    source: [recorded('protocol/double-slash#call'), verified('urls-and-store-codes')],
    next: 'check whether a proxy in front of the shop merges slashes',
  },
  ({ 'double slash': double }) => {
    expect(double).toBeRefusedWith(404, { message: noRoute })
  },
)

should(
  'ROUTE-10',
  'The headers `Origin`, `X-Requested-With` and `X-HTTP-Method-Override` change nothing',
  {
    why: 'If a header turned a GET into a DELETE, the request would pass every firewall that checks methods. If `Origin` gave access, other sites could act for the customer.',
    source: [
      recorded('protocol/method-override#call'),
      recorded('protocol/xhr#call'),
      recorded('protocol/origin#call'),
    ],
  },
  ({ 'headers of browsers and tools': withHeaders }) => {
    expect(withHeaders).toAnswer(true)
  },
)

should(
  'ROUTE-11',
  'A path parameter is URL-decoded: `%2B` is a plus sign',
  {
    why: 'Such paths contain e-mails with a plus sign. Without decoding, the account is not found, or another one is.',
    source: [
      code('module-webapi/Controller/Rest/Router/Route.php:134', '2.4.7-p6'),
      code('framework/Reflection/TypeProcessor.php:500', '2.4.7-p6'),
    ],
  },
  ({ 'escaped variable': escaped }) => {
    expect(escaped).toBeRefusedWith(400, wrongType('a+b', 'int'))
  },
)
