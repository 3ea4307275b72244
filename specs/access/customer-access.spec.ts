import { before, from } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, thread, verified } from '../../src/judge/source.ts'
import { customerAccess } from './customer-access.scenario.ts'

const { must, should } = requirementsOf(customerAccess)
const bearer = code('module-webapi/Model/Authorization/TokenUserContext.php:129', '2.4.7-p6')
const gate = code('module-webapi/Controller/Rest/RequestValidator.php:102', '2.4.7-p6')
const ownPermission = from('2.3.6', '2.4.0-p1')

must(
  'ACCESS-15',
  'a customer may not read an account by its id, not even the own one: that is the administrator’s',
  { source: [gate, recorded('bearer/reach#by-id')] },
  ({ 'own by id': own }) => {
    expect(own).toBeUnauthorized('Magento_Customer::customer')
  },
)

must(
  'ACCESS-16',
  'a customer may not read another customer',
  { source: [gate, recorded('bearer/reach#other')] },
  ({ 'other by id': other }) => {
    expect(other).toBeUnauthorized('Magento_Customer::customer')
  },
)

must(
  'ACCESS-17',
  'a customer may not list customers',
  { source: [gate, recorded('bearer/reach#search')] },
  ({ list }) => {
    expect(list).toBeUnauthorized('Magento_Customer::customer')
  },
)

must(
  'ACCESS-18',
  'a customer may not change another customer',
  { source: [gate, code('module-customer/etc/webapi.xml:131', '2.4.7-p6')] },
  ({ 'change other': change }) => {
    expect(change).toBeUnauthorized('Magento_Customer::manage')
  },
)

must(
  'ACCESS-19',
  'a customer may not delete another customer',
  { source: [gate, recorded('bearer/reach#delete')] },
  ({ 'delete other': deletion }) => {
    expect(deletion).toHaveStatus(401)
  },
)

must(
  'ACCESS-20',
  'a guest may not read, list or delete customers',
  {
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
  { source: [bearer, recorded('bearer/reach#anonymous-with-token')] },
  ({ 'anonymous with a token': answer }) => {
    expect(answer).toSucceed()
    expect(answer.at('')).toBeOfType('boolean')
  },
)

should(
  'ACCESS-24',
  'before 2.4.1 a token counts on every store code, also on "all"',
  {
    in: before('2.4.1'),
    source: [recorded('bearer/forms#all-store'), verified('verified.md (b) N17'), thread('magento/magento2#26089')],
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
    in: from('2.4.1'),
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
  { source: [bearer, recorded('change/refused#token-still')] },
  ({ create, 'me at last': me }) => {
    expect(me).toSucceed()
    expect(me.at('/id')).toEqual(create.at('/id'))
  },
)

should(
  'ACCESS-27',
  'a refusal with 401 says how to authenticate, in the header WWW-Authenticate',
  {
    advice: true,
    source: [{ kind: 'documentation', at: 'RFC 9110, section 11.6.1' }, verified('verified.md (d) d.1')],
    next: 'no release of Magento sends it: do not let a client rest on it',
  },
  ({ 'no token': none }) => {
    expect(none).toHaveHeader('www-authenticate')
  },
)
