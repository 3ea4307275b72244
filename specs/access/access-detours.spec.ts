import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, doc, recorded, verified } from '../../src/judge/source.ts'
import { Unmet } from '../../src/judge/unmet.ts'
import { describe } from '../../src/recording/show.ts'
import { without } from '../shared/circumstances.ts'
import { unlessFirewalled } from '../shared/firewall.ts'
import { expectDefaultAddress, expectSameProfile } from '../shared/profile.ts'
import { accessDetours } from './access-detours.scenario.ts'

const { must } = requirementsOf(accessDetours)
const bearer = code('module-webapi/Model/Authorization/TokenUserContext.php:129', '2.4.7-p6')
const gate = code('module-webapi/Controller/Rest/RequestValidator.php:102', '2.4.7-p6')
const routes = (line: number) => code(`module-customer/etc/webapi.xml:${line}`, '2.4.7-p6')
const manage = 'Magento_Customer::manage'
const reading = 'Magento_Customer::customer'

must(
  'ACCESS-32',
  'A guest cannot read or delete an address, nor change an account',
  {
    why: 'Addresses are personal data, and with open write access attackers redirect parcels or take over accounts.',
    unless: without('US'),
    source: [gate, routes(131), routes(244), routes(280)],
  },
  (read) => {
    expect(read['guest reads the address']).toBeUnauthorized(manage)
    expect(read['guest deletes the address']).toBeUnauthorized(manage)
    expect(read['guest reads the default for billing']).toBeUnauthorized(manage)
    expect(read['guest reads the default for shipping']).toBeUnauthorized(manage)
    expect(read['guest changes the account']).toBeUnauthorized(manage)
  },
)

must(
  'ACCESS-33',
  'Access checks do not depend on the spelling of the URL: store code all, trailing slash, `?fields=`',
  {
    why: 'Gateways protect routes in their usual spelling. If the shop serves another spelling without a check, this protection is bypassed.',
    source: [gate, verified('urls-and-store-codes'), recorded('bearer/reach#guest-search')],
  },
  (read) => {
    expect(read['guest reads by a detour']).toBeUnauthorized(reading)
    expect(read['guest lists by a detour']).toBeUnauthorized(reading)
    expect(read['customer lists by a detour']).toBeUnauthorized(reading)
  },
)

must(
  'ACCESS-34',
  'Headers and cookies with a customer id or a token give no access; only Authorization does',
  {
    why: 'Headers such as X-Customer-Id are meant for services behind a gateway. If clients can send them, any account is open to attackers.',
    source: [bearer, verified('sessions-and-rest')],
  },
  ({ 'guest with an identity in headers': answer }) => {
    unlessFirewalled(answer)
    expect(answer).toBeUnauthorized()
  },
)

must(
  'ACCESS-35',
  'E-mail and password sent as Basic credentials give no access',
  {
    why: 'A second way to log in has no lock and no limit, so attackers guess passwords there.',
    source: [bearer, verified('forged-tokens')],
  },
  ({ 'guest with credentials as basic': answer }) => {
    expect(answer).toBeUnauthorized()
  },
)

must(
  'ACCESS-36',
  'A pattern that matches every token is rejected',
  {
    why: 'With a pattern lookup it opens the first account found; with a fallback for tokens "that cannot be checked" it opens all accounts.',
    source: [bearer, code('module-integration/Model/Oauth/Token.php:145', '2.4.7-p6')],
  },
  ({ 'guest with a pattern for a token': answer }) => {
    expect(answer).toBeUnauthorized()
  },
)

must(
  'ACCESS-37',
  'A JSON Web Token with `alg` None, or signed with a key from its header, is rejected',
  {
    why: 'An attacker able to forge an accepted token can act as every customer without a password.',
    source: [bearer, verified('forged-tokens')],
  },
  ({ 'alg None': none, 'signed with a key of its own': signed }) => {
    expect(none).toBeUnauthorized()
    expect(signed).toBeUnauthorized()
  },
)

must(
  'ACCESS-38',
  'A customer’s credentials do not return an administrator’s token',
  {
    why: 'Otherwise every customer is an administrator, and the whole shop is lost.',
    source: [code('module-integration/etc/webapi.xml:10', '2.4.7-p6'), recorded('admin/token-wrong#call')],
  },
  ({ 'customer logs in as an administrator': answer }) => {
    expect(answer).toHaveStatus(401)
  },
)

must(
  'ACCESS-39',
  'A customer cannot read another’s default address, activate another, or have mail sent to another',
  {
    why: 'Customer ids are small numbers: with access to other customers, a loop over the ids copies the customer base. Mail sent to others in the shop’s name is spam.',
    source: [gate, routes(173), routes(212), routes(274)],
  },
  (read) => {
    expect(read['customer reads the default of another']).toBeUnauthorized(manage)
    expect(read['customer activates another']).toBeUnauthorized(manage)
    expect(read['customer has mail sent to another']).toBeUnauthorized(manage)
  },
)

must(
  'ACCESS-40',
  'A customer cannot read the list of customer attributes',
  {
    why: 'The list shows attackers which data the shop stores about customers and its internal names.',
    source: [gate, routes(67)],
  },
  ({ 'customer reads the attributes': answer }) => {
    expect(answer).toBeUnauthorized(reading)
  },
)

must(
  'ACCESS-43',
  'A customer cannot have an account deleted by the asynchronous form of the route',
  {
    why: 'The route below `/async` puts the deletion into a queue. Without a check, any customer empties the shop’s customer base.',
    source: [gate, code('module-webapi-async/Controller/Rest/Asynchronous/InputParamsResolver.php', '2.4.7-p6')],
    next: 'look which permission the routes below /rest/async and /rest/async/bulk check, and empty the queue before its consumers start',
  },
  ({ 'customer deletes later': answer }) => {
    // A page of another program, which responds to paths that are no routes of the API, accepts nothing.
    const isTaken = answer.status >= 200 && answer.status < 300 && answer.body.json
    if (isTaken) throw new Unmet('a refusal', describe(answer), answer, 'status')
  },
)

must(
  'ACCESS-41',
  'A customer id in the query string is ignored: a customer reads the own profile and address',
  {
    why: 'Customer ids are small numbers: with access to other customers, a loop over the ids copies the customer base. Attackers try the query string first.',
    unless: without('US'),
    source: [verified('whose-profile'), doc('order-create-customer#get-token')],
  },
  ({ create, 'other ids in the query': me, 'other ids in the query of the default': address }) => {
    expectSameProfile(me, create)
    expectDefaultAddress(address, create, 'default_billing')
  },
)
