import { has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { guestsKeptOut } from '../shared/circumstances.ts'
import { noRoute, tokenMismatched } from '../shared/messages.ts'
import { tokenExpiry } from './token-expiry.scenario.ts'

const whyEveryRoute = 'A token that is dead for one route and alive for another is alive: its thief uses the other.'

const { must, should } = requirementsOf(tokenExpiry)
const expiry = code('module-integration/Model/UserToken/ExpirationValidator.php:53', '2.4.7-p6')
const refused = verified('expired-tokens')

must(
  'EXPIRY-06',
  'an expired token opens none of the customer’s addresses',
  { why: whyEveryRoute, source: [expiry, refused] },
  ({ 'billing address afterwards': billing, 'shipping address afterwards': shipping }) => {
    expect(billing).toBeUnauthorized()
    expect(shipping).toBeUnauthorized()
  },
)

must(
  'EXPIRY-07',
  'an expired token cannot change the password',
  {
    why: 'With an old token and a guessed password a thief would take over the account for good, long after the session ended.',
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
    why: 'An old token could be used to log its owner out again and again.',
    in: has('customer-revokes-tokens'),
    source: [recorded('expiry/jwt-one-minute#revoke-with-expired'), refused],
  },
  ({ 'revoke afterwards': revoke, 'me with the new token': me }) => {
    expect(revoke).toBeUnauthorized()
    expect(me).toSucceed()
  },
)

should(
  'EXPIRY-09',
  'before 2.4.6 there is no route to revoke with, for an expired token either',
  {
    why: 'A client has to know that there is nothing to revoke with before 2.4.6: its "log out everywhere" does nothing there.',
    in: lacks('customer-revokes-tokens'),
    source: [recorded('expiry/seven-seconds#revoke-with-expired')],
  },
  ({ 'revoke afterwards': revoke }) => {
    expect(revoke).toBeRefusedWith(404, { message: noRoute })
  },
)

must(
  'EXPIRY-10',
  'what is open to everyone is open to an expired token as well',
  {
    why: 'An app sends its stored token with every request. Once it has expired, what is open to guests must stay open.',
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
    why: 'An app with an old token must still offer a new account; else the customer sees a refusal that no form can mend.',
    unless: guestsKeptOut,
    source: [
      recorded('expiry/jwt-one-minute#create-with-expired'),
      recorded('expiry/seven-seconds#create-with-expired'),
    ],
  },
  ({ 'create afterwards': created }) => {
    expect(created).toSucceed()
    expect(created.at('/id')).toBeOfType('integer')
    expect(created.at('/email')).toEqual(created.sent('/customer/email'))
  },
)

must(
  'EXPIRY-12',
  'after its token has expired a customer logs in again, and the new token works',
  {
    why: 'It is the way back in. If it fails, the customer is locked out an hour after the last visit.',
    source: [
      recorded('expiry/jwt-one-minute#login-again'),
      recorded('expiry/jwt-one-minute#new'),
      recorded('expiry/seven-seconds#new'),
    ],
  },
  ({ 'login afterwards': login, 'me with the new token': me }) => {
    expect(login).toSucceed()
    expect(me).toSucceed()
    expect(me.at('/email')).toEqual(login.sent('/username'))
  },
)

must(
  'EXPIRY-13',
  'a new login does not bring the expired token back to life',
  {
    why: 'A thief would only have to wait until the owner logs in again.',
    source: [
      recorded('expiry/jwt-one-minute#old-still-expired'),
      recorded('expiry/seven-seconds#old-still-expired'),
      refused,
    ],
  },
  ({ 'me with the old token': me }) => {
    expect(me).toBeUnauthorized()
  },
)

must(
  'EXPIRY-14',
  'an expired token changes nothing of the profile',
  { why: whyEveryRoute, source: [expiry, refused] },
  (read) => {
    expect(read['profile afterwards']).toBeUnauthorized()
    if (read['login afterwards'].status !== 200) return
    const me = read['me with the new token']
    if (me.status === 200) expect(me.at('/firstname')).toEqual('Jane')
  },
)

must(
  'EXPIRY-15',
  'an expired token activates no account: it is refused before its key is looked at',
  { why: whyEveryRoute, source: [expiry, refused] },
  ({ 'activate afterwards': activation }) => {
    expect(activation).toBeUnauthorized()
  },
)

must(
  'EXPIRY-16',
  'on an administrator’s route an expired token is refused like a guest',
  { why: whyEveryRoute, source: [expiry, recorded('bearer/reach#guest-search')] },
  ({ 'customers afterwards': list }) => {
    expect(list).toBeUnauthorized('Magento_Customer::customer')
  },
)

must(
  'EXPIRY-18',
  'setting a password by a link is open to an expired token: what decides is the link’s token',
  {
    why: 'A customer who forgot the password has an expired token in the app almost by definition.',
    source: [expiry, recorded('reset/refused#wrong-token'), refused],
  },
  ({ 'reset afterwards': reset }) => {
    expect(reset).toBeRefusedWith(400, { message: tokenMismatched })
  },
)
