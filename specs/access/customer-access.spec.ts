import { has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, thread, verified } from '../../src/judge/source.ts'
import { Unmet } from '../../src/judge/unmet.ts'
import { anotherSite } from '../shared/another-site.ts'
import { customerAccess } from './customer-access.scenario.ts'

const whySelf =
  'Customer ids are small numbers: with access to other customers, a loop over the ids copies the shop’s whole customer base.'

const { must, should } = requirementsOf(customerAccess)
const bearer = code('module-webapi/Model/Authorization/TokenUserContext.php:129', '2.4.7-p6')
const gate = code('module-webapi/Controller/Rest/RequestValidator.php:102', '2.4.7-p6')
const ownPermission = has('delete-has-own-permission')

must(
  'ACCESS-15',
  'A customer cannot read an account by id, not even the own one; the route is for administrators',
  {
    why: 'A client built on this route with a mock gets 401 from every Magento. If it is open for the own id, access to other ids is one mistake away.',
    source: [gate, recorded('bearer/reach#by-id')],
  },
  ({ 'own by id': own }) => {
    expect(own).toBeUnauthorized('Magento_Customer::customer')
  },
)

must(
  'ACCESS-16',
  'A customer cannot read another customer',
  { why: whySelf, source: [gate, recorded('bearer/reach#other')] },
  ({ 'other by id': other }) => {
    expect(other).toBeUnauthorized('Magento_Customer::customer')
  },
)

must(
  'ACCESS-17',
  'A customer cannot list customers',
  { why: whySelf, source: [gate, recorded('bearer/reach#search')] },
  ({ list }) => {
    expect(list).toBeUnauthorized('Magento_Customer::customer')
  },
)

must(
  'ACCESS-18',
  'A customer cannot change another customer',
  {
    why: 'Changing the e-mail is sufficient to take over an account: the next reset link goes to the new address.',
    source: [gate, code('module-customer/etc/webapi.xml:131', '2.4.7-p6')],
  },
  ({ 'change other': change }) => {
    expect(change).toBeUnauthorized('Magento_Customer::manage')
  },
)

must(
  'ACCESS-19',
  'A customer cannot delete another customer',
  {
    why: 'A script that counts ids could delete all customers of the shop, with their addresses and histories.',
    source: [gate, recorded('bearer/reach#delete')],
  },
  ({ 'delete other': deletion }) => {
    expect(deletion).toHaveStatus(401)
  },
)

must(
  'ACCESS-20',
  'A guest cannot read, list or delete customers',
  {
    why: 'Without any login, everybody could copy the customer base or delete it.',
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
  'Deleting needs the permission Magento_Customer::delete; in 2.4.0 and before 2.3.6, Magento_Customer::manage',
  {
    why: 'With another permission, an integration that manages customers cannot delete them, or can do more than its administrator intended.',
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
  'An invalid token does not block public routes',
  {
    why: 'Apps send their stored token with every request. With a stale token, registration, login and reset have to remain available.',
    source: [bearer, recorded('create/with-bad-token#call'), recorded('expiry/jwt-one-minute#anonymous-with-expired')],
  },
  ({ 'anonymous with a useless token': answer }) => {
    expect(answer).toSucceed()
    expect(answer.at('')).toBeOfType('boolean')
  },
)

must(
  'ACCESS-23',
  'A valid token does not block public routes',
  {
    why: 'Clients send their token everywhere. A customer with a token must not have less access than a guest.',
    source: [bearer, recorded('bearer/reach#anonymous-with-token')],
  },
  ({ 'anonymous with a token': answer }) => {
    expect(answer).toSucceed()
    expect(answer.at('')).toBeOfType('boolean')
  },
)

should(
  'ACCESS-24',
  'Before 2.4.1, a token is accepted on every store code, also on "all"',
  {
    why: 'Clients of these releases that use "all" for every request stop working with 2.4.1; plan for it before the upgrade.',
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
  'From 2.4.1, a token is rejected on the store code "all", to which no customer belongs',
  {
    why: 'A token of one website must not open account data of another, with its own contract and privacy notice.',
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
  'A valid token still works after any rejected requests',
  {
    why: 'Otherwise one wrong request, from a script or a typing error, logs the customer out during checkout.',
    source: [bearer, recorded('change/refused#token-still')],
  },
  ({ create, 'me at last': me }) => {
    expect(me).toSucceed()
    expect(me.at('/id')).toEqual(create.at('/id'))
  },
)

must(
  'ACCESS-42',
  'No page of another site may read a profile with the cookies of the visitor',
  {
    why: 'The storefront’s session opens the profile too. A shop that allows every Origin with credentials shows it to any page the customer visits.',
    source: [
      verified('sessions-and-rest'),
      { kind: 'documentation', at: 'Fetch Standard, CORS protocol and credentials' },
    ],
    next: 'configure the module or server that sends Access-Control-Allow-Origin to allow only the shop’s own sites',
  },
  ({ 'me from another site': me }) => {
    const allowed = me.header('access-control-allow-origin')
    if (allowed === anotherSite && /^true$/i.test(me.header('access-control-allow-credentials') ?? ''))
      throw new Unmet(
        'no permission for another site to read with credentials',
        `${allowed} may, with credentials`,
        me,
        'header access-control-allow-origin',
      )
  },
)

should(
  'ACCESS-27',
  'A 401 response has a WWW-Authenticate header',
  {
    why: 'HTTP requires it, and libraries wait for it before they send credentials. Magento does not send it, so clients cannot rely on it.',
    advice: true,
    source: [{ kind: 'documentation', at: 'RFC 9110, section 11.6.1' }, verified('response-headers')],
    next: 'no release of Magento sends it: make sure that your clients do not rely on it',
  },
  ({ 'no token': none }) => {
    expect(none).toHaveHeader('www-authenticate')
  },
)
