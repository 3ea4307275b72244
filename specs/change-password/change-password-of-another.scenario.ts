import { strongPassword } from '../../src/perform/account.ts'
import { idFrom } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { put } from '../../src/target/client/request.ts'
import { create, logIn } from '../shared/password-requests.ts'

export const changeForAnother = scenario(
  'change-password-of-another',
  {
    chapter: 'Change the password',
    asks: 'a customer names another one while changing the own password',
    records: [
      'create',
      'create another',
      'token',
      'password of the other before',
      'id in the body',
      'id in the query',
      'password of the other',
      'chosen password of the other',
    ],
  },
  async ({ ask, register, login, account, secret }) => {
    const customer = account()
    const other = account()
    const chosen = secret(strongPassword())
    const customerId = idFrom(await register('create another', other.email, create(other)))
    await register('create', customer.email, create(customer))
    const token = await login('token', customer)
    await login('password of the other before', other)
    const body = { customerId, currentPassword: customer.password, newPassword: chosen }
    await ask('id in the body', put('/V1/customers/me/password', body, { token }))
    const again = { currentPassword: chosen, newPassword: chosen }
    await ask('id in the query', put(`/V1/customers/me/password?customerId=${customerId}`, again, { token }))
    await ask('password of the other', logIn(other))
    await ask('chosen password of the other', logIn({ email: other.email, password: chosen }))
  },
)
