import { get, post, put } from '../src/client/request.ts'
import { strongPassword } from '../src/perform/account.ts'
import { tokenFrom } from '../src/perform/halt.ts'
import { scenario } from '../src/perform/scenario.ts'
import { lifetimeOf } from '../src/token/json-web-token.ts'
import { minimalCustomer } from './payload.ts'
import { mePath } from './profile.ts'

/** An opaque token does not say how long it lives: so long on a stock shop, in seconds. */
export const opaqueLifetime = 3600

/** Seconds before the end that a token is tried, and after. */
const early = 10
const late = 2

export const tokenExpiry = scenario(
  'token-expiry',
  {
    chapter: 'The token expires',
    asks: 'a token is used shortly before its lifetime is over, and for everything afterwards',
    records: [
      'create',
      'no token',
      'issue',
      'me shortly before',
      'me afterwards',
      'billing address afterwards',
      'change password afterwards',
      'anonymous afterwards',
      'create afterwards',
      'login afterwards',
      'me with the old token',
      'revoke afterwards',
      'me with the new token',
    ],
    needs: ['clock'],
  },
  async ({ ask, register, login: logIn, account, secret, pass }) => {
    const customer = account()
    const { email, password } = customer
    await register('create', email, post('/V1/customers', minimalCustomer(customer)))
    await ask('no token', get(mePath))
    const start = performance.now()
    const token = await logIn('issue', customer)
    const me = () => get(mePath, { token })

    const lifetime = lifetimeOf(token) ?? opaqueLifetime
    const margin = Math.min(early, lifetime / 2)
    const elapsed = (performance.now() - start) / 1000
    await pass(Math.max(0, lifetime - margin - elapsed))
    await ask('me shortly before', me())
    await pass(margin + late + elapsed)
    await ask('me afterwards', me())
    await ask('billing address afterwards', get(`${mePath}/billingAddress`, { token }))
    const change = { currentPassword: password, newPassword: secret(strongPassword()) }
    await ask('change password afterwards', put(`${mePath}/password`, change, { token }))
    await ask('anonymous afterwards', post('/V1/customers/isEmailAvailable', { customerEmail: email }, { token }))
    const other = account()
    await register('create afterwards', other.email, post('/V1/customers', minimalCustomer(other), { token }))
    const credentials = { username: email, password }
    const login = await ask('login afterwards', post('/V1/integration/customer/token', credentials, { token }))
    await ask('me with the old token', me())
    await ask('revoke afterwards', post('/V1/integration/customer/revoke-customer-token', {}, { token }))
    await ask('me with the new token', get(mePath, { token: tokenFrom(login) }))
  },
)
