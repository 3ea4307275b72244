import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, doc, recorded, verified } from '../../src/judge/source.ts'
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
  'a guest may not read or delete an address, nor change an account',
  { source: [gate, routes(131), routes(244), routes(280)] },
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
  'the guard does not depend on how the URL is written: store code all, a slash behind it, ?fields=',
  { source: [gate, verified('verified.md (a) 2'), recorded('bearer/reach#guest-search')] },
  (read) => {
    expect(read['guest reads by a detour']).toBeUnauthorized(reading)
    expect(read['guest lists by a detour']).toBeUnauthorized(reading)
    expect(read['customer lists by a detour']).toBeUnauthorized(reading)
  },
)

must(
  'ACCESS-34',
  'headers and cookies that name a customer, or hold the token, open nothing: only Authorization counts',
  { source: [bearer, verified('verified.md (b) N31')] },
  ({ 'guest with an identity in headers': answer }) => {
    unlessFirewalled(answer)
    expect(answer).toBeUnauthorized()
  },
)

must(
  'ACCESS-35',
  'e-mail and password as basic credentials open nothing',
  { source: [bearer, verified('verified.md (c) sections confirmed, 5.1')] },
  ({ 'guest with credentials as basic': answer }) => {
    expect(answer).toBeUnauthorized()
  },
)

must(
  'ACCESS-36',
  'a pattern that fits every token is refused as a token',
  { source: [bearer, code('module-integration/Model/Oauth/Token.php:145', '2.4.7-p6')] },
  ({ 'guest with a pattern for a token': answer }) => {
    expect(answer).toBeUnauthorized()
  },
)

must(
  'ACCESS-37',
  'a JSON Web Token with alg None, or signed with a key that it brings along, is refused',
  { source: [bearer, verified('verified.md (c) 11.2')] },
  ({ 'alg None': none, 'signed with a key of its own': signed }) => {
    expect(none).toBeUnauthorized()
    expect(signed).toBeUnauthorized()
  },
)

must(
  'ACCESS-38',
  'a customer’s credentials give no administrator’s token',
  { source: [code('module-integration/etc/webapi.xml:10', '2.4.7-p6'), recorded('admin/token-wrong#call')] },
  ({ 'customer logs in as an administrator': answer }) => {
    expect(answer).toHaveStatus(401)
  },
)

must(
  'ACCESS-39',
  'a customer may not read another’s default address, activate another, or have a mail sent to another',
  { source: [gate, routes(173), routes(212), routes(274)] },
  (read) => {
    expect(read['customer reads the default of another']).toBeUnauthorized(manage)
    expect(read['customer activates another']).toBeUnauthorized(manage)
    expect(read['customer has mail sent to another']).toBeUnauthorized(manage)
  },
)

must(
  'ACCESS-40',
  'a customer may not read which attributes customers have',
  { source: [gate, routes(67)] },
  ({ 'customer reads the attributes': answer }) => {
    expect(answer).toBeUnauthorized(reading)
  },
)

must(
  'ACCESS-41',
  'whoever the query names, a customer reads the own profile and the own address',
  {
    unless: without('US'),
    source: [verified('verified.md (a) 10.4'), doc('order-create-customer#get-token')],
  },
  ({ create, 'other ids in the query': me, 'other ids in the query of the default': address }) => {
    expectSameProfile(me, create)
    expectDefaultAddress(address, create, 'default_billing')
  },
)
