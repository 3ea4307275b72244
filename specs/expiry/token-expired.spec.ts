import { has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { guestsKeptOut } from '../shared/circumstances.ts'
import { noRoute, tokenMismatched } from '../shared/messages.ts'
import { tokenExpiry } from './token-expiry.scenario.ts'

const whyEveryRoute = 'If one route accepts an expired token, a thief uses that route.'

const { must, should } = requirementsOf(tokenExpiry)
const expiry = code('module-integration/Model/UserToken/ExpirationValidator.php:53', '2.4.7-p6')
const refused = verified('expired-tokens')

must(
  'EXPIRY-06',
  'An expired token cannot read the customer’s default addresses',
  { why: whyEveryRoute, source: [expiry, refused] },
  ({ 'billing address afterwards': billing, 'shipping address afterwards': shipping }) => {
    expect(billing).toBeUnauthorized()
    expect(shipping).toBeUnauthorized()
  },
)

must(
  'EXPIRY-07',
  'An expired token cannot change the password',
  {
    why: 'With an old token and a guessed password, a thief would take over the account long after the session ended.',
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
  'From 2.4.6, an expired token cannot revoke: it is rejected, and a newer token still works',
  {
    why: 'Otherwise a thief could use an old token to log its owner out again and again.',
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
  'Before 2.4.6, the revoke route returns 404 for an expired token too',
  {
    why: 'Clients have to know that these releases cannot end sessions: a "log out everywhere" button does nothing there.',
    in: lacks('customer-revokes-tokens'),
    source: [recorded('expiry/seven-seconds#revoke-with-expired')],
  },
  ({ 'revoke afterwards': revoke }) => {
    expect(revoke).toBeRefusedWith(404, { message: noRoute })
  },
)

must(
  'EXPIRY-10',
  'An expired token does not block public routes',
  {
    why: 'Apps send their stored token with every request. After it has expired, everything open to guests must remain available.',
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
  'A registration with an expired token in the header succeeds',
  {
    why: 'An app with an old token must still be able to create an account; otherwise customers see an error that they cannot fix in the form.',
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
  'After its token has expired, a customer can log in again, and the new token works',
  {
    why: 'If this fails, customers are locked out an hour after their last visit.',
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
  'A new login does not make an expired token valid again',
  {
    why: 'Otherwise a thief only has to wait until the owner logs in.',
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
  'An expired token cannot change the profile',
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
  'An expired token cannot activate an account: it is rejected before the confirmation key is checked',
  { why: whyEveryRoute, source: [expiry, refused] },
  ({ 'activate afterwards': activation }) => {
    expect(activation).toBeUnauthorized()
  },
)

must(
  'EXPIRY-16',
  'An administrator’s route rejects an expired token like a missing one',
  { why: whyEveryRoute, source: [expiry, recorded('bearer/reach#guest-search')] },
  ({ 'customers afterwards': list }) => {
    expect(list).toBeUnauthorized('Magento_Customer::customer')
  },
)

must(
  'EXPIRY-18',
  'A password reset by link ignores an expired token in the header: only the link’s token is checked',
  {
    why: 'Customers who forgot their password often have an app with such a token.',
    source: [expiry, recorded('reset/refused#wrong-token'), refused],
  },
  ({ 'reset afterwards': reset }) => {
    expect(reset).toBeRefusedWith(400, { message: tokenMismatched })
  },
)
