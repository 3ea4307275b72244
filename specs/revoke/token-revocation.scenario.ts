import { has } from '../../release/index.ts'
import { strongPassword } from '../../src/perform/account.ts'
import { idAt } from '../../src/perform/given.ts'
import { tokenFrom } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { get, post, put } from '../../src/target/client/request.ts'
import { documentedCustomer, minimalCustomer } from '../shared/payload.ts'
import { mePath, profile } from '../shared/profile.ts'

const route = '/V1/integration/customer/revoke-customer-token'

export const tokenRevocation = scenario(
  'token-revocation',
  {
    chapter: 'Revoke tokens',
    asks: 'a customer with two tokens revokes them, logs in again, and changes e-mail and password',
    rests: [
      {
        rest: [
          'me with the first token',
          'billing address with the first token',
          'update with the first token',
          'change of password with the first token',
          'me with the second token',
          'revoke with the first token',
          'me with the first token later',
        ],
        on: ['revoke'],
        was: 'accepted',
        in: has('customer-revokes-tokens'),
      },
      {
        rest: ['me of another afterwards'],
        on: ['revoke with an empty object'],
        was: 'accepted',
        in: has('customer-revokes-tokens'),
      },
      { rest: ['me after the e-mail'], on: ['change e-mail'], was: 'accepted' },
      { rest: ['me after the password'], on: ['change password'], was: 'accepted' },
    ],
  },
  async function* ({ ask, register, login: logIn, account, secret, nextSecond }) {
    const me = (token: string) => get(mePath, { token })
    yield* ask('revoke as guest', post(route, {}))

    const customer = account()
    const { email, password } = customer
    const created = yield* register('create', email, post('/V1/customers', documentedCustomer(customer)))
    const first = yield* logIn('issue', customer)
    const other = account()
    const another = yield* register('create another', other.email, post('/V1/customers', minimalCustomer(other)))
    const others = yield* logIn('issue for another', other)
    await nextSecond()
    const second = yield* logIn('issue again', customer)

    // The customer in the query is ignored: the tokens of the token's own customer are revoked.
    const query = `?customerId=${idAt(another, '/id')}`
    yield* ask('revoke', post(`${route}${query}`, undefined, { token: first }))
    yield* ask('me with the first token', me(first))
    yield* ask('me with the second token', me(second))
    yield* ask('billing address with the first token', get(`${mePath}/billingAddress`, { token: first }))
    yield* ask('update with the first token', put(mePath, profile(customer, created), { token: first }))
    // With a wrong password, so that nothing changes if the shop accepts the token.
    const guess = { currentPassword: secret(`${password}x`), newPassword: secret(strongPassword()) }
    yield* ask('change of password with the first token', put(`${mePath}/password`, guess, { token: first }))
    yield* ask('me of another', me(others))
    yield* ask('revoke with an empty object', post(route, {}, { token: others }))
    yield* ask('me of another afterwards', me(others))
    const available = { customerEmail: email }
    yield* ask('anonymous with the first token', post('/V1/customers/isEmailAvailable', available, { token: first }))
    yield* ask('revoke with the first token', post(route, {}, { token: first }))

    // A token issued in the second of the revocation is revoked too.
    await nextSecond()
    const token = tokenFrom(
      yield* ask('login later', post('/V1/integration/customer/token', { username: email, password })),
    )
    yield* ask('me later', me(token))
    yield* ask('me with the first token later', me(first))
    const newEmail = account().email
    yield* register('change e-mail', newEmail, put(mePath, profile(customer, created, { email: newEmail }), { token }))
    yield* ask('me after the e-mail', me(token))
    const passwords = { currentPassword: password, newPassword: secret(strongPassword()) }
    yield* ask('change password', put(`${mePath}/password`, passwords, { token }))
    yield* ask('me after the password', me(token))
  },
  async function* ({ ask, register, login: logIn, account }) {
    yield* ask('revoke as guest', post(route, {}))
    // With a separate account, because it revokes all tokens of the account.
    const customer = account()
    yield* register('create', customer.email, post('/V1/customers', documentedCustomer(customer)))
    const token = yield* logIn('issue', customer)
    yield* ask('revoke', post(route, undefined, { token }))
  },
)
