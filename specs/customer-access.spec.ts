import { before, from } from '../release/index.ts'
import { expect } from '../src/judge/expect.ts'
import { requirementsOf } from '../src/judge/requirement.ts'
import { code, recorded, thread, verified } from '../src/judge/source.ts'
import { customerAccess } from './customer-access.scenario.ts'

const { must, should, may } = requirementsOf(customerAccess)
const bearer = code('module-webapi/Model/Authorization/TokenUserContext.php:129', '2.4.7-p6')
const gate = code('module-webapi/Controller/Rest/RequestValidator.php:102', '2.4.7-p6')
const reader = code('module-jwt-user-token/Model/Reader.php:79', '2.4.7-p6')
const ownPermission = from('2.3.6', '2.4.0-p1')

must(
  'ACCESS-01',
  'without a token a customer’s own profile is refused with 401, naming the permission "self"',
  { source: [gate, recorded('bearer/none#none')] },
  ({ 'no token': none }) => {
    expect(none).toBeUnauthorized()
  },
)

must(
  'ACCESS-02',
  'a token that no shop ever issued, or an empty one, is refused like none',
  { source: [bearer, recorded('bearer/none#garbage'), recorded('bearer/none#empty')] },
  ({ garbage, 'empty token': empty }) => {
    expect(garbage).toBeUnauthorized()
    expect(empty).toBeUnauthorized()
  },
)

must(
  'ACCESS-03',
  'a good token counts only as a bearer token: not as Basic, not without a scheme',
  { source: [bearer, recorded('bearer/forms#basic'), recorded('bearer/forms#no-scheme')] },
  ({ 'as basic': basic, 'without a scheme': bare }) => {
    expect(basic).toBeUnauthorized()
    expect(bare).toBeUnauthorized()
  },
)

should(
  'ACCESS-04',
  'exactly one blank stands before the token, and no quotes around it',
  { source: [bearer, recorded('bearer/forms#two-spaces'), recorded('bearer/forms#quoted')] },
  ({ 'after two blanks': blanks, 'in quotes': quotes }) => {
    expect(blanks).toBeUnauthorized()
    expect(quotes).toBeUnauthorized()
  },
)

should(
  'ACCESS-05',
  'the letter case of the word Bearer does not matter',
  { source: [bearer, recorded('bearer/forms#lower-scheme')] },
  ({ create, 'lower-case scheme': lower }) => {
    expect(lower).toSucceed()
    expect(lower.at('/id')).toEqual(create.at('/id'))
  },
)

must(
  'ACCESS-06',
  'a token without its last characters is refused',
  { source: [bearer, recorded('bearer/forms#cut')] },
  ({ 'cut token': cut }) => {
    expect(cut).toBeUnauthorized()
  },
)

must(
  'ACCESS-07',
  'from 2.4.4 a token in capitals is another token, and refused',
  { in: from('2.4.4'), source: [recorded('bearer/forms#upper'), reader] },
  ({ 'token in capitals': capitals }) => {
    expect(capitals).toBeUnauthorized()
  },
)

may(
  'ACCESS-08',
  'before 2.4.4 the letter case of a token does not matter',
  { in: before('2.4.4'), source: [recorded('bearer/forms#upper')] },
  ({ create, 'token in capitals': capitals }) => {
    expect(capitals.at('/id')).toEqual(create.at('/id'))
  },
)

must(
  'ACCESS-09',
  'a token in the query string opens nothing',
  { source: [bearer, recorded('bearer/forms#query-token')] },
  ({ 'token in the query': query }) => {
    expect(query).toBeUnauthorized()
  },
)

must(
  'ACCESS-10',
  'a JSON Web Token without a signature (alg none) is refused',
  { source: [recorded('bearer/none#jwt-none'), verified('verified.md (c) 11.2'), reader] },
  ({ unsigned }) => {
    expect(unsigned).toBeUnauthorized()
  },
)

must(
  'ACCESS-11',
  'a JSON Web Token signed with an empty key is refused',
  {
    source: [
      recorded('bearer/none#jwt-forged'),
      code('module-jwt-user-token/Model/SecretBasedJwksFactory.php:37', '2.4.7-p6'),
    ],
  },
  ({ 'signed with an empty key': forged }) => {
    expect(forged).toBeUnauthorized()
  },
)

must(
  'ACCESS-12',
  'a token whose customer id was replaced by another customer’s is refused',
  { source: [recorded('bearer/none#jwt-forged'), reader] },
  ({ 'with the other’s id': forged }) => {
    expect(forged).toBeUnauthorized()
  },
)

must(
  'ACCESS-13',
  'a token whose expiry was moved to later is refused',
  { source: [recorded('bearer/none#jwt-forged'), reader] },
  ({ 'with a later expiry': forged }) => {
    expect(forged).toBeUnauthorized()
  },
)

must(
  'ACCESS-14',
  'a customer’s token that was rewritten into an administrator’s opens no list of customers',
  { source: [recorded('bearer/none#jwt-forged'), gate] },
  ({ 'list as a forged administrator': forged }) => {
    expect(forged).toBeUnauthorized('Magento_Customer::customer')
  },
)

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
