import { has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, thread, verified } from '../../src/judge/source.ts'
import { expectTwoTokens } from '../shared/distinct.ts'
import { noRoute } from '../shared/messages.ts'
import { tokenRevocation } from './token-revocation.scenario.ts'

const { must, should } = requirementsOf(tokenRevocation)
const route = code('module-integration/etc/webapi.xml:22', '2.4.7-p6')
const revoked = code('module-jwt-user-token/Model/RevokedValidator.php:44', '2.4.7-p6')
const tests = 'dev/tests/api-functional/testsuite/Magento/Customer/Api'
const vacuous = (test: string) => code(`${tests}/AccountManagementRevokeCustomerTokenTest.php ${test}`, '2.4.7-p2')
const inRest = has('customer-revokes-tokens')

should(
  'REVOKE-01',
  'Before 2.4.6, the revoke route does not exist and returns 404, for guests and customers',
  {
    why: 'Clients have to know that these releases cannot revoke tokens: a token ends only when it expires.',
    profile: 'shape',
    in: lacks('customer-revokes-tokens'),
    source: [recorded('revoke/guest#call'), recorded('revoke/used#revoke')],
  },
  ({ 'revoke as guest': guest, revoke }) => {
    expect(guest).toBeRefusedWith(404, { message: noRoute })
    expect(revoke).toBeRefusedWith(404, { message: noRoute })
  },
)

should(
  'REVOKE-02',
  'Before 2.4.6, a request to the revoke route does not revoke any token',
  {
    why: 'A customer who was told "logged out" is still logged in. The client must delete its token and promise nothing more.',
    in: lacks('customer-revokes-tokens'),
    source: [recorded('revoke/used#after'), recorded('revoke/used#after-second')],
  },
  ({ issue, 'issue again': again, 'me with the first token': first, 'me with the second token': second }) => {
    expectTwoTokens(issue, again)
    expect(first).toSucceed()
    expect(second).toSucceed()
  },
)

must(
  'REVOKE-03',
  'From 2.4.6, a revoke request without a token returns 401 and names the permission "self"',
  {
    why: 'If guests could revoke tokens, anybody could log customers out; and a client without its token must see that nothing was revoked.',
    profile: 'shape',
    in: inRest,
    source: [route, recorded('revoke/guest#call'), vacuous('testRevokeCustomerTokenForGuestCustomer')],
  },
  ({ 'revoke as guest': guest }) => {
    expect(guest).toBeUnauthorized()
  },
)

must(
  'REVOKE-04',
  'From 2.4.6, a revoke request without a body returns true',
  {
    why: 'The logout button of an app sends exactly this. If it fails, the customer stays logged in everywhere.',
    profile: 'shape',
    in: inRest,
    source: [route, recorded('revoke/no-content-type#revoke'), thread('magento/magento2#32481')],
  },
  ({ revoke }) => {
    expect(revoke).toAnswer(true)
  },
)

must(
  'REVOKE-05',
  'From 2.4.6, a revoke request with an empty object as body returns true',
  {
    why: 'Many HTTP libraries send `{}` by default; logging out must not fail for them.',
    in: inRest,
    source: [route, recorded('revoke/used#revoke')],
  },
  ({ 'revoke with an empty object': revoke }) => {
    expect(revoke).toAnswer(true)
  },
)

must(
  'REVOKE-06',
  'From 2.4.6, a revoked token returns the same error as a missing token',
  {
    why: 'Customers revoke their tokens after losing a phone. A token that still works leaves the account open while its owner believes it closed.',
    in: inRest,
    source: [
      revoked,
      recorded('revoke/used#after'),
      vacuous('testRevokeCustomerToken'),
      code(`${tests}/CustomerRepositoryTest.php testRevokeAllAccessTokensForCustomer`, '2.4.7-p2'),
    ],
  },
  ({ 'revoke as guest': guest, 'me with the first token': first, 'me of another afterwards': other }) => {
    expect(first).toBeUnauthorized().toAnswerLike(guest, 401)
    expect(other).toBeUnauthorized()
  },
)

must(
  'REVOKE-07',
  'From 2.4.6, a revoke request ends all tokens of the customer, not only the one sent',
  {
    why: 'Customers revoke their tokens after losing a phone, and the phone has another token than the device used to revoke. If it still works, the account stays open.',
    in: inRest,
    source: [
      revoked,
      recorded('revoke/used#after-second'),
      code(`${tests}/CustomerRepositoryTest.php testRevokeAllAccessTokensForCustomer`, '2.4.7-p2'),
      thread('magento/magento2#37630'),
    ],
  },
  ({ issue, 'issue again': again, 'me with the second token': second }) => {
    expectTwoTokens(issue, again)
    expect(second).toBeUnauthorized()
  },
)

must(
  'REVOKE-15',
  'From 2.4.6, a revoked token reads no address and changes neither profile nor password',
  {
    why: 'A check that one route forgets leaves the account open there: the thief of a phone reads the address, or takes the account over.',
    in: inRest,
    source: [revoked, verified('revoking')],
  },
  (read) => {
    expect(read['billing address with the first token']).toBeUnauthorized()
    expect(read['update with the first token']).toBeUnauthorized()
    expect(read['change of password with the first token']).toBeUnauthorized()
  },
)

must(
  'REVOKE-08',
  'A revoke request does not end the tokens of other customers',
  {
    why: 'Otherwise one customer’s logout logs out everybody: an attack on the whole shop with a single call.',
    source: [revoked, code('module-integration/Model/CustomerTokenService.php:130', '2.4.4')],
  },
  ({ 'create another': created, 'me of another': me }) => {
    expect(me).toSucceed()
    expect(me.at('/id')).toEqual(created.at('/id'))
  },
)

must(
  'REVOKE-09',
  'From 2.4.6, a revoked token cannot revoke again',
  {
    why: 'A thief with such a token could log the owner out again and again.',
    in: inRest,
    source: [route, recorded('revoke/used#again'), verified('revoking')],
  },
  ({ 'revoke with the first token': revoke }) => {
    expect(revoke).toBeUnauthorized()
  },
)

must(
  'REVOKE-10',
  'A revoked token does not block public routes',
  {
    why: 'An app that still sends its old token after logging out must be able to show the login page.',
    source: [
      code('module-webapi/Model/Authorization/TokenUserContext.php:129', '2.4.7-p6'),
      recorded('expiry/jwt-one-minute#anonymous-with-expired'),
    ],
  },
  ({ 'anonymous with the first token': answer }) => {
    expect(answer).toSucceed()
    expect(answer.at('')).toBeOfType('boolean')
  },
)

must(
  'REVOKE-11',
  'A login in a later second than the revocation returns a working token',
  {
    why: 'Customers log in again right after logging out. If the new token is rejected too, they are locked out and call support.',
    source: [revoked, recorded('revoke/used#login-again'), recorded('revoke/used#me-again')],
  },
  ({ create, 'login later': login, 'me later': me }) => {
    expect(login).toSucceed()
    expect(me).toSucceed()
    expect(me.at('/id')).toEqual(create.at('/id'))
  },
)

must(
  'REVOKE-12',
  'From 2.4.6, a new login does not make a revoked token valid again',
  {
    why: 'Otherwise the finder of a lost phone only has to wait until the owner logs in again.',
    in: inRest,
    source: [revoked, recorded('revoke/same-second#old')],
  },
  ({ 'me with the first token later': me }) => {
    expect(me).toBeUnauthorized()
  },
)

should(
  'REVOKE-13',
  'A change of the e-mail does not revoke the token',
  {
    why: 'A customer who corrects the e-mail continues shopping. Apps must not expect a logout, and the change does not stop a thief.',
    source: [recorded('me/update#after-email'), verified('changing-the-e-mail')],
  },
  ({ create, 'change e-mail': change, 'me after the e-mail': me }) => {
    expect(me).toSucceed()
    expect(me.at('/id')).toEqual(create.at('/id'))
    expect(me.at('/email')).toEqual(change.at('/email'))
  },
)

should(
  'REVOKE-14',
  'A password change revokes the tokens issued before it',
  {
    why: 'Customers change the password because somebody else may have access. On every Magento, that person keeps it until the token expires: revoke as well.',
    advice: true,
    source: [recorded('change/right#old-token'), verified('what-a-token-survives')],
    next: 'no release of Magento does this: revoke all tokens (from 2.4.6) right after a password change',
  },
  ({ 'me after the password': me }) => {
    expect(me).toBeUnauthorized()
  },
)
