import { type Account, randomLetters, strongPassword } from '../../src/perform/account.ts'
import { tokenFrom } from '../../src/perform/halt.ts'
import type { Stage } from '../../src/perform/stage.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { get, post, put } from '../../src/target/client/request.ts'
import { resetPassword } from '../shared/password-requests.ts'
import { minimalCustomer } from '../shared/payload.ts'
import { mePath, profile } from '../shared/profile.ts'

/**
 * Uses an expired token in all operations, first in those that change nothing if the token is accepted.
 * @param expired the token and the account it was issued to
 * @param created the response that created an account in the same store view
 */
export async function* useExpired(
  { ask, register, account, secret }: Stage,
  { token, email, password }: Pick<Account, 'email' | 'password'> & { readonly token: string },
  created: Exchange,
) {
  const me = () => get(mePath, { token })
  yield* ask('me afterwards', me())
  yield* ask('billing address afterwards', get(`${mePath}/billingAddress`, { token }))
  yield* ask('shipping address afterwards', get(`${mePath}/shippingAddress`, { token }))
  const key = secret(randomLetters(32))
  yield* ask('activate afterwards', put(`${mePath}/activate`, { confirmationKey: key }, { token }))
  yield* ask('customers afterwards', get('/V1/customers/search?searchCriteria[pageSize]=1', { token }))
  yield* ask('anonymous afterwards', post('/V1/customers/isEmailAvailable', { customerEmail: email }, { token }))
  const reset = resetPassword(email, secret(randomLetters(32)), secret(strongPassword()))
  yield* ask('reset afterwards', { ...reset, token })
  const other = account()
  yield* register('create afterwards', other.email, post('/V1/customers', minimalCustomer(other), { token }))

  const renamed = profile({ email, password, firstname: 'Mallory', lastname: 'Doe' }, created)
  yield* ask('profile afterwards', put(mePath, renamed, { token }))
  const change = { currentPassword: password, newPassword: secret(strongPassword()) }
  yield* ask('change password afterwards', put(`${mePath}/password`, change, { token }))
  const credentials = { username: email, password }
  const login = yield* ask('login afterwards', post('/V1/integration/customer/token', credentials, { token }))
  yield* ask('me with the old token', me())
  yield* ask('revoke afterwards', post('/V1/integration/customer/revoke-customer-token', {}, { token }))
  const later = tokenFrom(login)
  yield* ask('me with the new token', get(mePath, { token: later }))
  // Long after the registration, for what an update makes of the times of a customer.
  const again = profile({ email, password, firstname: 'Janet', lastname: 'Doe' }, created)
  yield* ask('profile with the new token', put(mePath, again, { token: later }))
}
