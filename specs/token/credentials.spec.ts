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
  'a login without credentials is refused, and both are named in one answer',
  {
    why: 'The form marks both fields at once, and a developer sees what the fields are called.',
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
  'a single missing credential is named, also when the e-mail comes under another name than username',
  {
    why: 'The field is called `username`, though it holds an e-mail. A refusal that names it saves the developer an hour.',
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
  'empty credentials are as good as missing ones',
  {
    why: 'Empty fields counted as a failed login would lock out customers who merely pressed the button too early.',
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
  'credentials that are null are as good as missing ones',
  {
    why: 'Serialisers write null for an empty field; an internal error for it fills the logs and says nothing to the form.',
    source: [recorded('token/malformed-nulls#call'), tests('testCreateCustomerAccessTokenEmptyOrNullCredentials')],
  },
  ({ 'null credentials': nulls }) => {
    expect(nulls).toBeRefusedWith(400, bothMissing)
  },
)

should(
  'TOKEN-27',
  'credentials that are lists are refused as values of a wrong type',
  {
    why: 'A query string `username[]=` makes a list. An internal error for it is a free way to fill logs and find out about the server.',
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
  'credentials that are numbers are read as text, and refused as wrong ones',
  {
    why: 'A client that sends a numeric password as a number gets the answer of a wrong login, not an error it has no case for.',
    source: [recorded('token/malformed-numbers#call')],
  },
  ({ numbers }) => {
    expect(numbers).toBeRefusedWith(401, refused)
  },
)

must(
  'TOKEN-29',
  'a condition in the language of the database instead of credentials logs nobody in',
  {
    why: 'Injection at the login opens every account, or the whole database, to anybody.',
    source: [recorded('token/malformed-sql#call'), service(98)],
  },
  ({ injection }) => {
    unlessFirewalled(injection)
    expect(injection).toBeRefusedWith(401, refused)
  },
)

must(
  'TOKEN-30',
  'a token cannot be had by GET: there is no such route',
  {
    why: 'A GET carries the password in its URL: into access logs, histories and the caches in between.',
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
  'keys that a login does not know are ignored',
  {
    why: 'Clients send a `remember me` along. A refusal would break the login of each of them after an upgrade.',
    source: [recorded('token/forms#extra'), code('framework/Webapi/ServiceInputProcessor.php:190', '2.4.7-p6')],
  },
  ({ 'extra keys': extra }) => {
    expect(extra).toSucceed()
    expect(extra.at('')).toBeOfType('string')
  },
)

must(
  'TOKEN-32',
  'a useless token in the header does not keep anyone from logging in',
  {
    why: 'An app sends its stored token with every request. Once it is stale, it must not close the one door that gives a new one.',
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
  'credentials in the query string, which servers write into their logs, are refused',
  {
    why: 'Magento takes the password from the URL, where access logs, proxies and histories keep it in plain. Clients must never send it there, whatever works.',
    advice: true,
    source: [recorded('token/forms#query'), code('framework/Webapi/Rest/Request.php:205', '2.4.7-p6')],
    next: 'no release of Magento refuses them: keep your own clients from sending them there',
  },
  ({ 'in the query': answer }) => {
    expect(answer).toHaveStatus(400, 401)
  },
)
