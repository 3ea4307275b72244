import type { Account } from '../../src/perform/account.ts'
import { type Ask, type AskOptions, get, post, put } from '../../src/target/client/request.ts'
import { minimalCustomer } from './payload.ts'

export const logIn = ({ email, password }: Pick<Account, 'email' | 'password'>): Ask =>
  post('/V1/integration/customer/token', { username: email, password })

export const create = (account: Account): Ask => post('/V1/customers', minimalCustomer(account))

/** As the tutorial suggests: the customer sets a password by the link in the welcome mail. */
export const createWithoutPassword = (account: Account): Ask =>
  post('/V1/customers', { customer: minimalCustomer(account).customer })

export const requestReset = (email: string, template = 'email_reset', options: AskOptions = {}): Ask =>
  put('/V1/customers/password', { email, template }, options)

export const resetPassword = (email: string | null, resetToken: string | null, newPassword: string): Ask =>
  post('/V1/customers/resetPassword', { email, resetToken, newPassword })

export const checkLink = (id: number | string, token: string): Ask =>
  get(`/V1/customers/${id}/password/resetLinkToken/${encodeURIComponent(token)}`)

export const changePassword = (token: string, currentPassword: string, newPassword: string): Ask =>
  put('/V1/customers/me/password', { currentPassword, newPassword }, { token })

/** Names of the steps with wrong current passwords; a stock shop accepts this many before it locks the account. */
export const guesses = [
  'guess 1',
  'guess 2',
  'guess 3',
  'guess 4',
  'guess 5',
  'guess 6',
  'guess 7',
  'guess 8',
  'guess 9',
  'guess 10',
] as const
