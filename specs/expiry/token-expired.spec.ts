import { before, from } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { noRoute, tokenMismatched } from '../shared/messages.ts'
import { tokenExpiry } from './token-expiry.scenario.ts'

const { must, should } = requirementsOf(tokenExpiry)
const expiry = code('module-integration/Model/UserToken/ExpirationValidator.php:53', '2.4.7-p6')
const refused = verified('verified.md (b) N46')

must(
  'EXPIRY-06',
  'an expired token opens none of the customer’s addresses',
  { source: [expiry, refused] },
  ({ 'billing address afterwards': billing, 'shipping address afterwards': shipping }) => {
    expect(billing).toBeUnauthorized()
    expect(shipping).toBeUnauthorized()
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

must('EXPIRY-14', 'an expired token changes nothing of the profile', { source: [expiry, refused] }, (read) => {
  expect(read['profile afterwards']).toBeUnauthorized()
  if (read['login afterwards'].status !== 200) return
  const me = read['me with the new token']
  if (me.status === 200) expect(me.at('/firstname')).toEqual('Jane')
})

must(
  'EXPIRY-15',
  'an expired token activates no account: it is refused before its key is looked at',
  { source: [expiry, refused] },
  ({ 'activate afterwards': activation }) => {
    expect(activation).toBeUnauthorized()
  },
)

must(
  'EXPIRY-16',
  'on an administrator’s route an expired token is refused like a guest',
  { source: [expiry, recorded('bearer/reach#guest-search')] },
  ({ 'customers afterwards': list }) => {
    expect(list).toBeUnauthorized('Magento_Customer::customer')
  },
)

must(
  'EXPIRY-18',
  'setting a password by a link is open to an expired token: what decides is the link’s token',
  { source: [expiry, recorded('reset/refused#wrong-token'), refused] },
  ({ 'reset afterwards': reset }) => {
    expect(reset).toBeRefusedWith(400, { message: tokenMismatched })
  },
)
