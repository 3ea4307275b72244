import { has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { opaqueTokens } from '../shared/circumstances.ts'
import { customerAccess } from './customer-access.scenario.ts'

const whyForged = 'An attacker able to forge an accepted token can act as every customer without a password.'

const { must, should, may } = requirementsOf(customerAccess)
const bearer = code('module-webapi/Model/Authorization/TokenUserContext.php:129', '2.4.7-p6')
const gate = code('module-webapi/Controller/Rest/RequestValidator.php:102', '2.4.7-p6')
const reader = code('module-jwt-user-token/Model/Reader.php:79', '2.4.7-p6')

must(
  'ACCESS-01',
  '`GET customers/me` without a token returns 401 and names the permission "self"',
  {
    why: 'Otherwise everybody can read names, addresses and birthdays. Clients use the 401 to show the login; with another status they show an empty page.',
    profile: 'shape',
    source: [gate, recorded('bearer/none#none')],
  },
  ({ 'no token': none }) => {
    expect(none).toBeUnauthorized()
  },
)

must(
  'ACCESS-02',
  'An unknown or empty token is rejected like a missing one',
  {
    why: 'The same 401 tells clients to log in again. If the shop accepts tokens that it never issued, it is open to everybody.',
    source: [bearer, recorded('bearer/none#garbage'), recorded('bearer/none#empty')],
  },
  ({ garbage, 'empty token': empty }) => {
    expect(garbage).toBeUnauthorized()
    expect(empty).toBeUnauthorized()
  },
)

must(
  'ACCESS-03',
  'A valid token is accepted only as a Bearer token, not as Basic and not without a scheme',
  {
    why: 'If a token works under any scheme, clients send it where it does not belong, and it bypasses gateways that look for Bearer only.',
    source: [bearer, recorded('bearer/forms#basic'), recorded('bearer/forms#no-scheme')],
  },
  ({ 'as basic': basic, 'without a scheme': bare }) => {
    expect(basic).toBeUnauthorized()
    expect(bare).toBeUnauthorized()
  },
)

should(
  'ACCESS-04',
  'A token after two spaces or in quotes is rejected',
  {
    why: 'Attackers exploit gateways and shops that parse the header differently; clients that add quotes find the error before production.',
    source: [bearer, recorded('bearer/forms#two-spaces'), recorded('bearer/forms#quoted')],
  },
  ({ 'after two blanks': blanks, 'in quotes': quotes }) => {
    expect(blanks).toBeUnauthorized()
    expect(quotes).toBeUnauthorized()
  },
)

should(
  'ACCESS-05',
  'The letter case of the scheme Bearer is ignored',
  {
    why: 'Clients write the word in different ways, most servers accept all of them, and gateways may change the case.',
    source: [bearer, recorded('bearer/forms#lower-scheme')],
  },
  ({ create, 'lower-case scheme': lower }) => {
    expect(lower).toSucceed()
    expect(lower.at('/id')).toEqual(create.at('/id'))
  },
)

must(
  'ACCESS-06',
  'A token without its last characters is rejected',
  {
    why: 'If the beginning were sufficient, an attacker could guess the rest of a token.',
    source: [bearer, recorded('bearer/forms#cut')],
  },
  ({ 'cut token': cut }) => {
    expect(cut).toBeUnauthorized()
  },
)

must(
  'ACCESS-07',
  'From 2.4.4, tokens are case-sensitive: a token in capitals is rejected',
  {
    why: 'Ignoring case makes a signature much weaker, and a database collation would decide about access.',
    in: has('token-keeps-letter-case'),
    unless: opaqueTokens,
    source: [recorded('bearer/forms#upper'), reader],
  },
  ({ 'token in capitals': capitals }) => {
    expect(capitals).toBeUnauthorized()
  },
)

may(
  'ACCESS-08',
  'Before 2.4.4, tokens are case-insensitive: a token in capitals is accepted',
  {
    why: 'The database compares these tokens without case. They are still 32 characters of 36 symbols, but clients must not rely on case.',
    in: lacks('token-keeps-letter-case'),
    source: [recorded('bearer/forms#upper')],
  },
  ({ create, 'token in capitals': capitals }) => {
    expect(capitals.at('/id')).toEqual(create.at('/id'))
  },
)

must(
  'ACCESS-09',
  'A token in the query string gives no access',
  {
    why: 'A token in the URL ends up in access logs, browser histories and Referer headers, where others can read it.',
    source: [bearer, recorded('bearer/forms#query-token')],
  },
  ({ 'token in the query': query }) => {
    expect(query).toBeUnauthorized()
  },
)

must(
  'ACCESS-10',
  'A JSON Web Token without a signature (`alg` none) is rejected',
  { why: whyForged, source: [recorded('bearer/none#jwt-none'), verified('forged-tokens'), reader] },
  ({ unsigned }) => {
    expect(unsigned).toBeUnauthorized()
  },
)

must(
  'ACCESS-11',
  'A JSON Web Token signed with an empty key is rejected',
  {
    why: whyForged,
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
  'A token changed to another customer’s id is rejected',
  {
    why: 'An attacker able to forge an accepted token can act as every customer without a password. Here, replacing one number would be sufficient.',
    source: [recorded('bearer/none#jwt-forged'), reader],
  },
  ({ 'with the other’s id': forged }) => {
    expect(forged).toBeUnauthorized()
  },
)

must(
  'ACCESS-13',
  'A token changed to a later `exp` is rejected',
  {
    why: 'Otherwise a stolen token never ends: the thief extends it as often as needed.',
    source: [recorded('bearer/none#jwt-forged'), reader],
  },
  ({ 'with a later expiry': forged }) => {
    expect(forged).toBeUnauthorized()
  },
)

must(
  'ACCESS-14',
  'A customer’s token changed into an administrator’s cannot list customers',
  {
    why: 'Otherwise any customer can become an administrator, and read and delete all other customers.',
    source: [recorded('bearer/none#jwt-forged'), gate],
  },
  ({ 'list as a forged administrator': forged }) => {
    expect(forged).toBeUnauthorized('Magento_Customer::customer')
  },
)
