import { before, from } from '../release/index.ts'
import { expect } from '../src/judge/expect.ts'
import { requirementsOf } from '../src/judge/requirement.ts'
import { code, doc, recorded, verified } from '../src/judge/source.ts'
import { untestable } from '../src/judge/unmet.ts'
import type { Exchange } from '../src/recording/exchange.ts'
import { lifetimeOf } from '../src/token/json-web-token.ts'
import { noRoute } from './messages.ts'
import { opaqueLifetime, tokenExpiry } from './token-expiry.scenario.ts'

const { must, should } = requirementsOf(tokenExpiry)
const expiry = code('module-integration/Model/UserToken/ExpirationValidator.php:53', '2.4.7-p6')
const otherLifetime =
  'a shop of these releases may set another lifetime than an hour (oauth/access_token_lifetime/customer, in hours; 0 is for ever), and the token does not say which'

must(
  'EXPIRY-01',
  'from 2.4.4 a token works until shortly before the time it says it expires',
  { in: from('2.4.4'), source: [expiry, recorded('expiry/jwt-one-minute#at-50s')] },
  ({ create, issue, 'me shortly before': me }) => {
    expectInTime(issue, me)
    expect(me).toSucceed()
    expect(me.at('/id')).toEqual(create.at('/id'))
  },
)

must(
  'EXPIRY-02',
  'from 2.4.4 a token is dead once the time it says it expires has come',
  { in: from('2.4.4'), source: [expiry, recorded('expiry/jwt-one-minute#expired'), verified('verified.md (c) D76')] },
  ({ 'me afterwards': me }) => {
    expect(me).toBeUnauthorized()
  },
)

must(
  'EXPIRY-03',
  'before 2.4.4 a token works for an hour, on a shop that sets no other lifetime',
  {
    in: before('2.4.4'),
    source: [
      doc('order-create-customer#get-token'),
      code('module-webapi/Model/Authorization/TokenUserContext.php:125', '2.4.3-p2'),
      recorded('expiry/seven-seconds#half-way'),
    ],
    next: otherLifetime,
  },
  ({ create, issue, 'me shortly before': me }) => {
    expectInTime(issue, me)
    expect(me).toSucceed()
    expect(me.at('/id')).toEqual(create.at('/id'))
  },
)

must(
  'EXPIRY-04',
  'before 2.4.4 a token is dead after an hour, on a shop that sets no other lifetime',
  {
    in: before('2.4.4'),
    source: [code('module-integration/etc/config.xml:24', '2.4.3-p2'), recorded('expiry/seven-seconds#expired')],
    next: otherLifetime,
  },
  ({ 'me afterwards': me }) => {
    expect(me).toBeUnauthorized()
  },
)

must(
  'EXPIRY-05',
  'an expired token is refused exactly like no token',
  {
    source: [recorded('expiry/jwt-one-minute#expired'), recorded('bearer/none#none'), verified('verified.md (b) N46')],
  },
  ({ 'me afterwards': me, 'no token': none }) => {
    expect(me).toAnswerLike(none)
  },
)

must(
  'EXPIRY-06',
  'an expired token opens none of the customer’s addresses',
  { source: [expiry, verified('verified.md (b) N46')] },
  ({ 'billing address afterwards': address }) => {
    expect(address).toBeUnauthorized()
  },
)

must(
  'EXPIRY-07',
  'an expired token cannot change the password',
  {
    source: [
      recorded('expiry/jwt-one-minute#change-with-expired'),
      recorded('expiry/seven-seconds#change-with-expired'),
    ],
  },
  ({ 'change password afterwards': change }) => {
    expect(change).toBeUnauthorized()
  },
)

must(
  'EXPIRY-08',
  'from 2.4.6 an expired token cannot revoke: it is refused, and a newer token lives on',
  {
    in: from('2.4.6'),
    source: [recorded('expiry/jwt-one-minute#revoke-with-expired'), verified('verified.md (b) N46')],
  },
  ({ 'revoke afterwards': revoke, 'me with the new token': me }) => {
    expect(revoke).toBeUnauthorized()
    expect(me).toSucceed()
  },
)

should(
  'EXPIRY-09',
  'before 2.4.6 there is no route to revoke with, for an expired token either',
  { in: before('2.4.6'), source: [recorded('expiry/seven-seconds#revoke-with-expired')] },
  ({ 'revoke afterwards': revoke }) => {
    expect(revoke).toBeRefusedWith(404, { message: noRoute })
  },
)

must(
  'EXPIRY-10',
  'what is open to everyone is open to an expired token as well',
  {
    source: [
      recorded('expiry/jwt-one-minute#anonymous-with-expired'),
      recorded('expiry/seven-seconds#anonymous-with-expired'),
    ],
  },
  ({ 'anonymous afterwards': answer }) => {
    expect(answer).toSucceed()
    expect(answer.at('')).toBeOfType('boolean')
  },
)

must(
  'EXPIRY-11',
  'an account can be created with an expired token in the header, as by a guest',
  {
    source: [
      recorded('expiry/jwt-one-minute#create-with-expired'),
      recorded('expiry/seven-seconds#create-with-expired'),
    ],
  },
  ({ create, 'create afterwards': created }) => {
    expect(created).toSucceed()
    expect(created.at('/id')).toBe('the id of a new account', (id) => id !== undefined && id !== create.at('/id').value)
  },
)

must(
  'EXPIRY-12',
  'after its token has expired a customer logs in again, and the new token works',
  {
    source: [
      recorded('expiry/jwt-one-minute#login-again'),
      recorded('expiry/jwt-one-minute#new'),
      recorded('expiry/seven-seconds#new'),
    ],
  },
  ({ create, 'login afterwards': login, 'me with the new token': me }) => {
    expect(login).toSucceed()
    expect(me).toSucceed()
    expect(me.at('/id')).toEqual(create.at('/id'))
  },
)

must(
  'EXPIRY-13',
  'a new login does not bring the expired token back to life',
  {
    source: [
      recorded('expiry/jwt-one-minute#old-still-expired'),
      recorded('expiry/seven-seconds#old-still-expired'),
      verified('verified.md (b) N46'),
    ],
  },
  ({ 'me with the old token': me }) => {
    expect(me).toBeUnauthorized()
  },
)

/** A slow shop may answer the question "still alive?" only when the token is rightly dead: that says nothing. */
function expectInTime(issue: Exchange, answer: Exchange): void {
  const lifetime = lifetimeOf(issue.json) ?? opaqueLifetime
  const waited = (Date.parse(answer.data.startedAt) + answer.data.time - Date.parse(issue.data.startedAt)) / 1000
  if (answer.status === 401 && waited > lifetime - 1)
    untestable(`the answer came ${waited} s after the login, too late to tell`, 'raise MAGENTO_CONCURRENCY')
}
