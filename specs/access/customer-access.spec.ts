import { has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, thread, verified } from '../../src/judge/source.ts'
import { customerAccess } from './customer-access.scenario.ts'

const whySelf =
  'Customer ids are small numbers. If one customer reaches another’s data, a loop over the ids copies the shop’s whole customer base.'

const { must, should } = requirementsOf(customerAccess)
const bearer = code('module-webapi/Model/Authorization/TokenUserContext.php:129', '2.4.7-p6')
const gate = code('module-webapi/Controller/Rest/RequestValidator.php:102', '2.4.7-p6')
const ownPermission = has('delete-has-own-permission')

must(
  'ACCESS-15',
  'a customer may not read an account by its id, not even the own one: that is the administrator’s',
  {
    why: 'A client built on this route against a mock gets 401 from every Magento. And where it is open for the own id, a check for other ids is one mistake away.',
    source: [gate, recorded('bearer/reach#by-id')],
  },
  ({ 'own by id': own }) => {
    expect(own).toBeUnauthorized('Magento_Customer::customer')
  },
)

must(
  'ACCESS-16',
  'a customer may not read another customer',
  { why: whySelf, source: [gate, recorded('bearer/reach#other')] },
  ({ 'other by id': other }) => {
    expect(other).toBeUnauthorized('Magento_Customer::customer')
  },
)

must(
  'ACCESS-17',
  'a customer may not list customers',
  { why: whySelf, source: [gate, recorded('bearer/reach#search')] },
  ({ list }) => {
    expect(list).toBeUnauthorized('Magento_Customer::customer')
  },
)

must(
  'ACCESS-18',
  'a customer may not change another customer',
  {
    why: 'Changing the e-mail is enough to take an account over: the next reset link goes to the new address.',
    source: [gate, code('module-customer/etc/webapi.xml:131', '2.4.7-p6')],
  },
  ({ 'change other': change }) => {
    expect(change).toBeUnauthorized('Magento_Customer::manage')
  },
)

must(
  'ACCESS-19',
  'a customer may not delete another customer',
  {
    why: 'A script that counts ids would empty the shop of its customers, with their addresses and histories.',
    source: [gate, recorded('bearer/reach#delete')],
  },
  ({ 'delete other': deletion }) => {
    expect(deletion).toHaveStatus(401)
  },
)

must(
  'ACCESS-20',
  'a guest may not read, list or delete customers',
  {
    why: 'Without even a login, anybody could copy the customer base or delete it.',
    source: [gate, recorded('bearer/reach#guest-by-id'), recorded('bearer/reach#guest-search')],
  },
  ({ 'guest by id': read, 'guest list': list, 'guest delete': deletion }) => {
    expect(read).toBeUnauthorized('Magento_Customer::customer')
    expect(list).toBeUnauthorized('Magento_Customer::customer')
    expect(deletion).toHaveStatus(401)
  },
)

should(
  'ACCESS-21',
  'deleting a customer takes the permission Magento_Customer::delete, in 2.4.0 and before 2.3.6 still ::manage',
  {
    why: 'An integration that may manage customers finds itself refused when it deletes, or is allowed more than its administrator meant.',
    source: [
      code('module-customer/etc/webapi.xml:230', '2.4.7-p6'),
      recorded('admin/delete-guest#call'),
      recorded('bearer/reach#delete'),
    ],
  },
  ({ 'delete other': byCustomer, 'guest delete': byGuest }, shop) => {
    const permission = shop.is(ownPermission) ? 'Magento_Customer::delete' : 'Magento_Customer::manage'
    expect(byCustomer).toBeUnauthorized(permission)
    expect(byGuest).toBeUnauthorized(permission)
  },
)

must(
  'ACCESS-22',
  'a useless token does not close what is open to everyone',
  {
    why: 'An app sends its stored token with every request. Once it is stale, registration, login and reset have to stay open, or the customer is stuck.',
    source: [bearer, recorded('create/with-bad-token#call'), recorded('expiry/jwt-one-minute#anonymous-with-expired')],
  },
  ({ 'anonymous with a useless token': answer }) => {
    expect(answer).toSucceed()
    expect(answer.at('')).toBeOfType('boolean')
  },
)

must(
  'ACCESS-23',
  'a good token does not close what is open to everyone',
  {
    why: 'A client sends its token everywhere. A customer who is logged in must not be worse off than a guest.',
    source: [bearer, recorded('bearer/reach#anonymous-with-token')],
  },
  ({ 'anonymous with a token': answer }) => {
    expect(answer).toSucceed()
    expect(answer.at('')).toBeOfType('boolean')
  },
)

should(
  'ACCESS-24',
  'before 2.4.1 a token counts on every store code, also on "all"',
  {
    why: 'Clients of these releases that use "all" for everything stop working with 2.4.1; who upgrades should find out before.',
    in: lacks('store-views-are-separate'),
    source: [recorded('bearer/forms#all-store'), verified('store-views-and-tokens'), thread('magento/magento2#26089')],
  },
  ({ create, 'through all': answer }) => {
    expect(answer).toSucceed()
    expect(answer.at('/id')).toEqual(create.at('/id'))
  },
)

must(
  'ACCESS-25',
  'from 2.4.1 a token counts only on the stores its customer belongs to, and "all" is none of them',
  {
    why: 'A token of one website must not open another’s account data, where another contract and another privacy notice hold.',
    in: has('store-views-are-separate'),
    source: [
      code('module-customer/Model/Customer/Authorization.php:66', '2.4.7-p6'),
      recorded('bearer/forms#all-store'),
      thread('magento/magento2#26089'),
    ],
  },
  ({ 'through all': answer }) => {
    expect(answer).toBeUnauthorized()
  },
)

must(
  'ACCESS-26',
  'refusals of any kind leave a good token good',
  {
    why: 'One wrong request, of a script or a typo, would throw the customer out in the middle of a checkout.',
    source: [bearer, recorded('change/refused#token-still')],
  },
  ({ create, 'me at last': me }) => {
    expect(me).toSucceed()
    expect(me.at('/id')).toEqual(create.at('/id'))
  },
)

should(
  'ACCESS-27',
  'a refusal with 401 says how to authenticate, in the header WWW-Authenticate',
  {
    why: 'HTTP demands it, and libraries wait for it before they send credentials. Magento does not send it, so a client has to know by itself.',
    advice: true,
    source: [{ kind: 'documentation', at: 'RFC 9110, section 11.6.1' }, verified('response-headers')],
    next: 'no release of Magento sends it: do not let a client rest on it',
  },
  ({ 'no token': none }) => {
    expect(none).toHaveHeader('www-authenticate')
  },
)
