import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded } from '../../src/judge/source.ts'
import { unlessFirewalled } from '../shared/firewall.ts'
import { noRoute, required, severalErrors, signInFailed } from '../shared/messages.ts'
import { customerToken } from './customer-token.scenario.ts'

const { must, should, may } = requirementsOf(customerToken)
const service = (line: number) => code(`module-integration/Model/CustomerTokenService.php:${line}`, '2.4.7-p6')
const refused = { message: signInFailed }
const bothMissing = { message: severalErrors, errors: [required('username'), required('password')] }
const tests = (name: string) =>
  code(`dev/tests/api-functional/testsuite/Magento/Integration/Model/CustomerTokenServiceTest.php ${name}`, '2.4.7-p6')

must(
  'TOKEN-23',
  'A login without credentials is rejected with status 400; the error lists both missing fields',
  {
    why: 'Forms can mark both fields at once, and developers see the names of the fields.',
    profile: 'shape',
    source: [
      recorded('token/malformed-empty#call'),
      code('framework/Webapi/ServiceInputProcessor.php:190', '2.4.7-p6'),
    ],
  },
  ({ 'no credentials': none }) => {
    expect(none).toBeRefusedWith(400, bothMissing)
  },
)

must(
  'TOKEN-24',
  'A missing `username` or `password` is named in the error, also if `email` is sent in place of `username`',
  {
    why: 'The field is called `username` although it holds an e-mail. An error with this name saves developers an hour.',
    profile: 'shape',
    source: [recorded('token/malformed-no-password#call'), recorded('token/forms#email-key')],
  },
  ({ 'no password': noPassword, 'e-mail instead of username': noUsername }) => {
    expect(noPassword).toBeRefusedWith(400, required('password'))
    expect(noUsername).toBeRefusedWith(400, required('username'))
  },
)

must(
  'TOKEN-25',
  'Empty credentials are treated as missing',
  {
    why: 'If empty fields counted as a failed login, customers would be locked out for pressing the button too early.',
    source: [
      recorded('token/malformed-empty-strings#call'),
      tests('testCreateCustomerAccessTokenEmptyOrNullCredentials'),
    ],
  },
  ({ 'empty credentials': empty }) => {
    expect(empty).toBeRefusedWith(400, bothMissing)
  },
)

must(
  'TOKEN-26',
  'Credentials of null are treated as missing',
  {
    why: 'Serialisers write null for an empty field; an internal error fills the logs and does not tell the form which field to mark.',
    source: [recorded('token/malformed-nulls#call'), tests('testCreateCustomerAccessTokenEmptyOrNullCredentials')],
  },
  ({ 'null credentials': nulls }) => {
    expect(nulls).toBeRefusedWith(400, bothMissing)
  },
)

should(
  'TOKEN-27',
  'Credentials that are lists are rejected for their type with status 400',
  {
    why: 'A query string `username[]=` produces a list. If it causes an internal error, attackers can fill the logs and learn about the server.',
    source: [recorded('token/malformed-lists#call'), code('framework/Reflection/TypeProcessor.php:500', '2.4.7-p6')],
  },
  ({ lists }) => {
    expect(lists).toBeRefusedWith(400, {
      message: 'The "array" value\'s type is invalid. The "string" type was expected. Verify and try again.',
    })
  },
)

may(
  'TOKEN-28',
  'Credentials that are numbers are treated as strings and rejected as wrong',
  {
    why: 'A client that sends a numeric password as a number gets the usual login error, not one that it does not handle.',
    source: [recorded('token/malformed-numbers#call')],
  },
  ({ numbers }) => {
    expect(numbers).toBeRefusedWith(401, refused)
  },
)

must(
  'TOKEN-29',
  'A login with an SQL condition as credentials is rejected',
  {
    why: 'An injection at the login opens every account, or the whole database, to attackers.',
    source: [recorded('token/malformed-sql#call'), service(98)],
  },
  ({ injection }) => {
    unlessFirewalled(injection)
    expect(injection).toBeRefusedWith(401, refused)
  },
)

must(
  'TOKEN-30',
  'The token route does not accept GET: status 404',
  {
    why: 'GET puts the password in the URL, and so in access logs, browser histories and caches.',
    source: [
      recorded('protocol/method GET /integration/customer/token#call'),
      code('module-integration/etc/webapi.xml:16', '2.4.7-p6'),
    ],
  },
  ({ get }) => {
    expect(get).toBeRefusedWith(404, { message: noRoute })
  },
)

should(
  'TOKEN-31',
  'Unknown keys in a login request are ignored',
  {
    why: 'Some clients send `remember me` too. If the shop rejected such fields after an upgrade, those clients could not log in.',
    source: [recorded('token/forms#extra'), code('framework/Webapi/ServiceInputProcessor.php:190', '2.4.7-p6')],
  },
  ({ 'extra keys': extra }) => {
    expect(extra).toSucceed()
    expect(extra.at('')).toBeOfType('string')
  },
)

must(
  'TOKEN-32',
  'A login with an invalid token in the Authorization header succeeds',
  {
    why: 'Apps send their stored token with every request. A stale one must not block the only way to get a new one.',
    source: [
      recorded('token/forms#with-bad-bearer'),
      code('module-webapi/Model/Authorization/TokenUserContext.php:129', '2.4.7-p6'),
    ],
  },
  ({ 'with a useless token': answer }) => {
    expect(answer).toSucceed()
    expect(answer.at('')).toBeOfType('string')
  },
)

should(
  'TOKEN-33',
  'Credentials in the query string, which servers write into their logs, are rejected',
  {
    why: 'Magento accepts the password in the URL, and access logs, proxies and histories store it in plain text. Clients must never send it there.',
    advice: true,
    source: [recorded('token/forms#query'), code('framework/Webapi/Rest/Request.php:205', '2.4.7-p6')],
    next: 'no release of Magento rejects them: make sure that your own clients do not send them in the query',
  },
  ({ 'in the query': answer }) => {
    expect(answer).toHaveStatus(400, 401)
  },
)
