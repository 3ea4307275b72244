import { strongPassword } from '../../src/perform/account.ts'
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
    records: [
      'revoke as guest',
      'create',
      'issue',
      'create another',
      'issue for another',
      'issue again',
      'revoke',
      'me with the first token',
      'me with the second token',
      'me of another',
      'revoke with an empty object',
      'me of another afterwards',
      'anonymous with the first token',
      'revoke with the first token',
      'login later',
      'me later',
      'me with the first token later',
      'change e-mail',
      'me after the e-mail',
      'change password',
      'me after the password',
    ],
  },
  async ({ ask, register, login: logIn, account, secret, nextSecond }) => {
    const me = (token: string) => get(mePath, { token })
    await ask('revoke as guest', post(route, {}))

    const customer = account()
    const { email, password } = customer
    const created = await register('create', email, post('/V1/customers', documentedCustomer(customer)))
    const first = await logIn('issue', customer)
    const other = account()
    const another = await register('create another', other.email, post('/V1/customers', minimalCustomer(other)))
    const others = await logIn('issue for another', other)
    await nextSecond()
    const second = await logIn('issue again', customer)

    // Whom the query names does not matter: a token ends its own customer's tokens.
    const query = `?customerId=${another.at('/id').value}`
    await ask('revoke', post(`${route}${query}`, undefined, { token: first }))
    await ask('me with the first token', me(first))
    await ask('me with the second token', me(second))
    await ask('me of another', me(others))
    await ask('revoke with an empty object', post(route, {}, { token: others }))
    await ask('me of another afterwards', me(others))
    const available = { customerEmail: email }
    await ask('anonymous with the first token', post('/V1/customers/isEmailAvailable', available, { token: first }))
    await ask('revoke with the first token', post(route, {}, { token: first }))

    // A token of the revocation's own second is dead on arrival.
    await nextSecond()
    const token = tokenFrom(
      await ask('login later', post('/V1/integration/customer/token', { username: email, password })),
    )
    await ask('me later', me(token))
    await ask('me with the first token later', me(first))
    const newEmail = account().email
    await register('change e-mail', newEmail, put(mePath, profile(customer, created, { email: newEmail }), { token }))
    await ask('me after the e-mail', me(token))
    const passwords = { currentPassword: password, newPassword: secret(strongPassword()) }
    await ask('change password', put(`${mePath}/password`, passwords, { token }))
    await ask('me after the password', me(token))
  },
  async ({ ask, register, login: logIn, account }) => {
    await ask('revoke as guest', post(route, {}))
    // Of an account of its own, since it ends the tokens of all that the others do meanwhile.
    const customer = account()
    await register('create', customer.email, post('/V1/customers', documentedCustomer(customer)))
    const token = await logIn('issue', customer)
    await ask('revoke', post(route, undefined, { token }))
  },
)
