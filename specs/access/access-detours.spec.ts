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
  {
    why: 'Addresses are personal data, and an open write lets anybody redirect parcels or take accounts over.',
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
  'the guard does not depend on how the URL is written: store code all, a slash behind it, ?fields=',
  {
    why: 'Gateways guard the routes they know by their usual spelling. If the shop then serves another spelling unguarded, the guard is decoration.',
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
  'headers and cookies that name a customer, or hold the token, open nothing: only Authorization counts',
  {
    why: 'Headers such as X-Customer-Id are meant for services behind a gateway. Believed from outside, they open any account to who sends one.',
    source: [bearer, verified('sessions-and-rest')],
  },
  ({ 'guest with an identity in headers': answer }) => {
    unlessFirewalled(answer)
    expect(answer).toBeUnauthorized()
  },
)

must(
  'ACCESS-35',
  'e-mail and password as basic credentials open nothing',
  {
    why: 'A second way to log in has neither lock nor throttle, so that passwords are guessed there.',
    source: [bearer, verified('forged-tokens')],
  },
  ({ 'guest with credentials as basic': answer }) => {
    expect(answer).toBeUnauthorized()
  },
)

must(
  'ACCESS-36',
  'a pattern that fits every token is refused as a token',
  {
    why: 'A pattern that fits all tokens opens the first account that is found; a fallback for tokens "that cannot be checked" opens all.',
    source: [bearer, code('module-integration/Model/Oauth/Token.php:145', '2.4.7-p6')],
  },
  ({ 'guest with a pattern for a token': answer }) => {
    expect(answer).toBeUnauthorized()
  },
)

must(
  'ACCESS-37',
  'a JSON Web Token with alg None, or signed with a key that it brings along, is refused',
  {
    why: 'Whoever can make a token that the shop believes is every customer at once, and needs no password for it.',
    source: [bearer, verified('forged-tokens')],
  },
  ({ 'alg None': none, 'signed with a key of its own': signed }) => {
    expect(none).toBeUnauthorized()
    expect(signed).toBeUnauthorized()
  },
)

must(
  'ACCESS-38',
  'a customer’s credentials give no administrator’s token',
  {
    why: 'Every customer would be an administrator: the whole shop is lost with the first curious one.',
    source: [code('module-integration/etc/webapi.xml:10', '2.4.7-p6'), recorded('admin/token-wrong#call')],
  },
  ({ 'customer logs in as an administrator': answer }) => {
    expect(answer).toHaveStatus(401)
  },
)

must(
  'ACCESS-39',
  'a customer may not read another’s default address, activate another, or have a mail sent to another',
  {
    why: 'Customer ids are small numbers. If one customer reaches another’s data, a loop over the ids copies the shop’s whole customer base. Mails sent to others in the shop’s name are spam with its signature.',
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
  'a customer may not read which attributes customers have',
  {
    why: 'The list tells which data the shop keeps of its customers, and its internal names: a map for whoever looks for a way in.',
    source: [gate, routes(67)],
  },
  ({ 'customer reads the attributes': answer }) => {
    expect(answer).toBeUnauthorized(reading)
  },
)

must(
  'ACCESS-41',
  'whoever the query names, a customer reads the own profile and the own address',
  {
    why: 'Customer ids are small numbers. If one customer reaches another’s data, a loop over the ids copies the shop’s whole customer base. The query is what an attacker tries first.',
    unless: without('US'),
    source: [verified('whose-profile'), doc('order-create-customer#get-token')],
  },
  ({ create, 'other ids in the query': me, 'other ids in the query of the default': address }) => {
    expectSameProfile(me, create)
    expectDefaultAddress(address, create, 'default_billing')
  },
)
