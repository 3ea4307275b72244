import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { noRoute, required } from '../shared/messages.ts'
import { requestBodies } from './request-bodies.scenario.ts'

const whyCutOff =
  'A body that was cut off on the way must not be half obeyed: a customer saved without the rest loses it.'

const { must, should, may } = requirementsOf(requestBodies)

const decoder = code('framework/Webapi/Rest/Request/Deserializer/Json.php:67', '2.4.7-p6')
const validator = code('module-webapi/Controller/Rest/RequestValidator.php:102', '2.4.7-p6')
/** A shop in developer mode adds the parser's words. */
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
    why: 'Replaced without a word, a name is stored damaged, and a password is another than the one that was typed.',
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
    why: 'A byte order mark comes from files saved on Windows; deep nesting from who wants to exhaust the parser. A 400 tells the one and stops the other.',
    source: [recorded('protocol/json-bom#call'), recorded('protocol/json-deep#call'), verified('request-bodies')],
  },
  ({ 'byte order mark': mark, '600 levels deep': deep }) => {
    expect(mark).toBeRefusedWith(400, undecodable)
    expect(deep).toBeRefusedWith(400, undecodable)
  },
)

must(
  'BODY-04',
  'A number, null or a list in place of the body’s object is a body without fields',
  {
    why: 'A client that sends the wrong thing is told which fields are missing, rather than meeting an internal error.',
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
  'No body at all, with or without a content type, is a body without fields',
  {
    why: 'The developer who forgot the body reads which fields are missing, rather than an internal error.',
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
  'Who may not use a route learns only that: a bad token is refused before the body is looked at',
  {
    why: 'Whoever may not ask should learn nothing, and cost nothing: reading the body first lets strangers keep the server busy.',
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
    why: 'Whoever may not ask should learn nothing, and cost nothing: reading the body first lets strangers keep the server busy. And a wrong URL is what the developer should hear of first.',
    source: [code('module-webapi/Controller/Rest/Router.php:57', '2.4.7-p6'), verified('order-of-checks')],
  },
  ({ 'broken, unknown route': broken }) => {
    expect(broken).toBeRefusedWith(404, { message: noRoute })
  },
)

may(
  'BODY-09',
  'A body that comes with GET has to be whole too',
  {
    why: 'Some libraries put a body on every request. Cut off on the way it must not pass for whole.',
    source: [verified('request-bodies')],
    next: 'a proxy in front of the shop may drop the body of a GET; clients had better send none',
  },
  ({ 'broken on GET': broken }) => {
    expect(broken).toBeRefusedWith(400, undecodable)
  },
)

should(
  'BODY-10',
  'A whole body that comes with GET does no harm',
  {
    why: 'Some libraries put a body on every request; their reads must not fail for it.',
    source: [verified('request-bodies')],
  },
  ({ 'whole on GET': whole }) => {
    expect(whole).toSucceed()
  },
)
