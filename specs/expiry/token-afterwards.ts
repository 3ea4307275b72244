import { type Account, randomLetters, strongPassword } from '../../src/perform/account.ts'
import { tokenFrom } from '../../src/perform/halt.ts'
import type { Stage } from '../../src/perform/stage.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { get, post, put } from '../../src/target/client/request.ts'
import { resetPassword } from '../shared/password-requests.ts'
import { minimalCustomer } from '../shared/payload.ts'
import { mePath, profile } from '../shared/profile.ts'

/** What an expired token is tried for. */
export const afterwards = [
  'me afterwards',
  'billing address afterwards',
  'shipping address afterwards',
  'activate afterwards',
  'customers afterwards',
  'anonymous afterwards',
  'reset afterwards',
  'create afterwards',
  'profile afterwards',
  'change password afterwards',
  'login afterwards',
  'me with the old token',
  'revoke afterwards',
  'me with the new token',
] as const

/**
 * Uses an expired token for everything: first for what it may do no harm by where it is accepted after all.
 * @param expired the token and the account it was issued to
 * @param created the answer that made an account in the same place
 */
export async function useExpired(
  { ask, register, account, secret }: Stage<(typeof afterwards)[number]>,
  { token, email, password }: Pick<Account, 'email' | 'password'> & { readonly token: string },
  created: Exchange,
): Promise<void> {
  const me = () => get(mePath, { token })
  await ask('me afterwards', me())
  await ask('billing address afterwards', get(`${mePath}/billingAddress`, { token }))
  await ask('shipping address afterwards', get(`${mePath}/shippingAddress`, { token }))
  const key = secret(randomLetters(32))
  await ask('activate afterwards', put(`${mePath}/activate`, { confirmationKey: key }, { token }))
  await ask('customers afterwards', get('/V1/customers/search?searchCriteria[pageSize]=1', { token }))
  await ask('anonymous afterwards', post('/V1/customers/isEmailAvailable', { customerEmail: email }, { token }))
  const reset = resetPassword(email, secret(randomLetters(32)), secret(strongPassword()))
  await ask('reset afterwards', { ...reset, token })
  const other = account()
  await register('create afterwards', other.email, post('/V1/customers', minimalCustomer(other), { token }))

  const renamed = profile({ email, password, firstname: 'Mallory', lastname: 'Doe' }, created)
  await ask('profile afterwards', put(mePath, renamed, { token }))
  const change = { currentPassword: password, newPassword: secret(strongPassword()) }
  await ask('change password afterwards', put(`${mePath}/password`, change, { token }))
  const credentials = { username: email, password }
  const login = await ask('login afterwards', post('/V1/integration/customer/token', credentials, { token }))
  await ask('me with the old token', me())
  await ask('revoke afterwards', post('/V1/integration/customer/revoke-customer-token', {}, { token }))
  await ask('me with the new token', get(mePath, { token: tokenFrom(login) }))
}
