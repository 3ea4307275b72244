import { has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { customerAccess } from './customer-access.scenario.ts'

const whyForged =
  'Whoever can make a token that the shop believes is every customer at once, and needs no password for it.'

const { must, should, may } = requirementsOf(customerAccess)
const bearer = code('module-webapi/Model/Authorization/TokenUserContext.php:129', '2.4.7-p6')
const gate = code('module-webapi/Controller/Rest/RequestValidator.php:102', '2.4.7-p6')
const reader = code('module-jwt-user-token/Model/Reader.php:79', '2.4.7-p6')

must(
  'ACCESS-01',
  'without a token a customer’s own profile is refused with 401, naming the permission "self"',
  {
    why: 'Names, addresses and birthdays would be open to anybody. Clients tell by the 401 that they have to log in; another status leaves them on an empty page.',
    profile: 'shape',
    source: [gate, recorded('bearer/none#none')],
  },
  ({ 'no token': none }) => {
    expect(none).toBeUnauthorized()
  },
)

must(
  'ACCESS-02',
  'a token that no shop ever issued, or an empty one, is refused like none',
  {
    why: 'Clients see by the same 401 that they have to log in again. A token that passes though nobody issued it opens the shop to anybody.',
    source: [bearer, recorded('bearer/none#garbage'), recorded('bearer/none#empty')],
  },
  ({ garbage, 'empty token': empty }) => {
    expect(garbage).toBeUnauthorized()
    expect(empty).toBeUnauthorized()
  },
)

must(
  'ACCESS-03',
  'a good token counts only as a bearer token: not as Basic, not without a scheme',
  {
    why: 'A token taken under any scheme is sent by mistake where it does not belong, and slips past gateways that look for Bearer only.',
    source: [bearer, recorded('bearer/forms#basic'), recorded('bearer/forms#no-scheme')],
  },
  ({ 'as basic': basic, 'without a scheme': bare }) => {
    expect(basic).toBeUnauthorized()
    expect(bare).toBeUnauthorized()
  },
)

should(
  'ACCESS-04',
  'exactly one blank stands before the token, and no quotes around it',
  {
    why: 'Gateways and shops that read the header differently can be played against each other; and a client with quotes around its token finds out here, not in production.',
    source: [bearer, recorded('bearer/forms#two-spaces'), recorded('bearer/forms#quoted')],
  },
  ({ 'after two blanks': blanks, 'in quotes': quotes }) => {
    expect(blanks).toBeUnauthorized()
    expect(quotes).toBeUnauthorized()
  },
)

should(
  'ACCESS-05',
  'the letter case of the word Bearer does not matter',
  {
    why: 'Clients write the word in every way. Most servers take all of them, and gateways change the case on the way.',
    source: [bearer, recorded('bearer/forms#lower-scheme')],
  },
  ({ create, 'lower-case scheme': lower }) => {
    expect(lower).toSucceed()
    expect(lower.at('/id')).toEqual(create.at('/id'))
  },
)

must(
  'ACCESS-06',
  'a token without its last characters is refused',
  {
    why: 'If the beginning were enough, a token could be completed by guessing.',
    source: [bearer, recorded('bearer/forms#cut')],
  },
  ({ 'cut token': cut }) => {
    expect(cut).toBeUnauthorized()
  },
)

must(
  'ACCESS-07',
  'from 2.4.4 a token in capitals is another token, and refused',
  {
    why: 'Compared without case, a signature is worth far less, and a database’s collation decides who is let in.',
    in: has('token-keeps-letter-case'),
    source: [recorded('bearer/forms#upper'), reader],
  },
  ({ 'token in capitals': capitals }) => {
    expect(capitals).toBeUnauthorized()
  },
)

may(
  'ACCESS-08',
  'before 2.4.4 the letter case of a token does not matter',
  {
    why: 'The database compares these tokens without case. Who counts on 32 characters of 36 has what was promised; who counts on case has not.',
    in: lacks('token-keeps-letter-case'),
    source: [recorded('bearer/forms#upper')],
  },
  ({ create, 'token in capitals': capitals }) => {
    expect(capitals.at('/id')).toEqual(create.at('/id'))
  },
)

must(
  'ACCESS-09',
  'a token in the query string opens nothing',
  {
    why: 'A token that counts in the URL ends up in access logs, histories and the Referer of the next page, where others pick it up.',
    source: [bearer, recorded('bearer/forms#query-token')],
  },
  ({ 'token in the query': query }) => {
    expect(query).toBeUnauthorized()
  },
)

must(
  'ACCESS-10',
  'a JSON Web Token without a signature (alg none) is refused',
  { why: whyForged, source: [recorded('bearer/none#jwt-none'), verified('forged-tokens'), reader] },
  ({ unsigned }) => {
    expect(unsigned).toBeUnauthorized()
  },
)

must(
  'ACCESS-11',
  'a JSON Web Token signed with an empty key is refused',
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
  'a token whose customer id was replaced by another customer’s is refused',
  {
    why: 'Whoever can make a token that the shop believes is every customer at once, and needs no password for it. Changing one number would be enough.',
    source: [recorded('bearer/none#jwt-forged'), reader],
  },
  ({ 'with the other’s id': forged }) => {
    expect(forged).toBeUnauthorized()
  },
)

must(
  'ACCESS-13',
  'a token whose expiry was moved to later is refused',
  {
    why: 'A stolen token would never end: its thief moves the end on as often as needed.',
    source: [recorded('bearer/none#jwt-forged'), reader],
  },
  ({ 'with a later expiry': forged }) => {
    expect(forged).toBeUnauthorized()
  },
)

must(
  'ACCESS-14',
  'a customer’s token that was rewritten into an administrator’s opens no list of customers',
  {
    why: 'Any customer could make an administrator of the own token, and read and delete all others.',
    source: [recorded('bearer/none#jwt-forged'), gate],
  },
  ({ 'list as a forged administrator': forged }) => {
    expect(forged).toBeUnauthorized('Magento_Customer::customer')
  },
)
