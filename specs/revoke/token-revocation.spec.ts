import { has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, thread, verified } from '../../src/judge/source.ts'
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
  'before 2.4.6 there is no route to revoke tokens with, for guests and customers alike',
  {
    why: 'A client has to know that there is nothing to log out with on these releases: only waiting ends a token.',
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
  'before 2.4.6 the attempt to revoke leaves the tokens alive',
  {
    why: 'A customer who was told "logged out" is not. The client must throw the token away and say no more than that.',
    in: lacks('customer-revokes-tokens'),
    source: [recorded('revoke/used#after'), recorded('revoke/used#after-second')],
  },
  ({ 'me with the first token': first, 'me with the second token': second }) => {
    expect(first).toSucceed()
    expect(second).toSucceed()
  },
)

must(
  'REVOKE-03',
  'from 2.4.6 a guest may not revoke: 401, naming the permission "self"',
  {
    why: 'If a guest could revoke, anybody could log customers out; and a client that lost its token must see that nothing was revoked.',
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
  'from 2.4.6 a customer revokes with a request that has no body, and is answered true',
  {
    why: 'The logout button of an app sends just this. Refused, the customer stays logged in everywhere.',
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
  'from 2.4.6 an empty object as body revokes as well',
  {
    why: 'Many HTTP libraries send `{}` where there is nothing to send; their logout must not fail for it.',
    in: inRest,
    source: [route, recorded('revoke/used#revoke')],
  },
  ({ 'revoke with an empty object': revoke }) => {
    expect(revoke).toAnswer(true)
  },
)

must(
  'REVOKE-06',
  'from 2.4.6 the token that revoked is refused afterwards, exactly like no token',
  {
    why: 'Customers revoke when a phone is lost. A token that survives leaves the account open to the finder, while its owner believes it closed.',
    in: inRest,
    source: [
      revoked,
      recorded('revoke/used#after'),
      vacuous('testRevokeCustomerToken'),
      code(`${tests}/CustomerRepositoryTest.php testRevokeAllAccessTokensForCustomer`, '2.4.7-p2'),
    ],
  },
  ({ 'revoke as guest': guest, 'me with the first token': first, 'me of another afterwards': other }) => {
    expect(first).toBeUnauthorized().toAnswerLike(guest)
    expect(other).toBeUnauthorized()
  },
)

must(
  'REVOKE-07',
  'from 2.4.6 revoking ends all tokens of the customer at once, not only the one that was sent',
  {
    why: 'Customers revoke when a phone is lost. A token that survives leaves the account open to the finder, while its owner believes it closed. The lost phone has another token than the one that revokes.',
    in: inRest,
    source: [
      revoked,
      recorded('revoke/used#after-second'),
      code(`${tests}/CustomerRepositoryTest.php testRevokeAllAccessTokensForCustomer`, '2.4.7-p2'),
      thread('magento/magento2#37630'),
    ],
  },
  ({ 'me with the second token': second }) => {
    expect(second).toBeUnauthorized()
  },
)

must(
  'REVOKE-08',
  'revoking leaves the tokens of other customers alive',
  {
    why: 'One customer’s logout would throw out all others: an attack on the whole shop with one request.',
    source: [revoked, code('module-integration/Model/CustomerTokenService.php:130', '2.4.4')],
  },
  ({ 'create another': created, 'me of another': me }) => {
    expect(me).toSucceed()
    expect(me.at('/id')).toEqual(created.at('/id'))
  },
)

must(
  'REVOKE-09',
  'from 2.4.6 a revoked token cannot revoke again',
  {
    why: 'A thief with a revoked token could log the owner out again and again.',
    in: inRest,
    source: [route, recorded('revoke/used#again'), verified('revoking')],
  },
  ({ 'revoke with the first token': revoke }) => {
    expect(revoke).toBeUnauthorized()
  },
)

must(
  'REVOKE-10',
  'a revoked token does not close what is open to everyone',
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
  'a login in a later second gives a token that works',
  {
    why: 'Customers log in again right after logging out. If the new token is dead too, they are locked out and call support.',
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
  'from 2.4.6 a new login does not bring a revoked token back to life',
  {
    why: 'The finder of the phone would only have to wait until the owner logs in again.',
    in: inRest,
    source: [revoked, recorded('revoke/same-second#old')],
  },
  ({ 'me with the first token later': me }) => {
    expect(me).toBeUnauthorized()
  },
)

should(
  'REVOKE-13',
  'a change of the e-mail leaves the token alive',
  {
    why: 'A customer who corrects the e-mail goes on shopping. An app must not expect to be logged out, nor a thief to be.',
    source: [recorded('me/update#after-email'), verified('changing-the-e-mail')],
  },
  ({ create, 'change e-mail': change, 'me after the e-mail': me }) => {
    expect(change).toSucceed()
    expect(me).toSucceed()
    expect(me.at('/id')).toEqual(create.at('/id'))
    expect(me.at('/email')).toEqual(change.at('/email'))
  },
)

should(
  'REVOKE-14',
  'a change of the password ends the tokens that were issued before it',
  {
    why: 'The password is changed because somebody else may be in. On every Magento they stay in until their token ends: revoke as well.',
    advice: true,
    source: [recorded('change/right#old-token'), verified('what-a-token-survives')],
    next: 'no release of Magento does it: revoke all tokens (from 2.4.6) right after a change of the password',
  },
  ({ 'change password': change, 'me after the password': me }) => {
    expect(change).toAnswer(true)
    expect(me).toBeUnauthorized()
  },
)
