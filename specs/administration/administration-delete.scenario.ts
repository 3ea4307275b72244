import { idFrom } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { del, get, post } from '../../src/target/client/request.ts'
import { logIn } from '../shared/password-requests.ts'
import { documentedCustomer } from '../shared/payload.ts'
import { unknownId } from '../shared/profile.ts'

export const administrationDelete = scenario(
  'administration-delete',
  {
    chapter: 'Administration',
    asks: 'an administrator deletes an address and then its customer, each twice, and the e-mail registers again',
    needs: ['admin'],
    records: [
      'create',
      'delete the address',
      'read the deleted address',
      'delete the address again',
      'delete',
      'read the deleted one',
      'delete again',
      'login of the deleted one',
      'register again',
    ],
  },
  async ({ ask, register, account, admin }) => {
    const customer = account()
    const { email, password } = customer
    const token = admin()
    const created = await register('create', email, post('/V1/customers', documentedCustomer(customer)))
    const id = idFrom(created)
    const addressId = created.at('/addresses/0/id').value ?? unknownId
    await ask('delete the address', del(`/V1/addresses/${addressId}`, { token }))
    await ask('read the deleted address', get(`/V1/customers/addresses/${addressId}`, { token }))
    await ask('delete the address again', del(`/V1/addresses/${addressId}`, { token }))
    await ask('delete', del(`/V1/customers/${id}`, { token }))
    await ask('read the deleted one', get(`/V1/customers/${id}`, { token }))
    await ask('delete again', del(`/V1/customers/${id}`, { token }))
    await ask('login of the deleted one', logIn({ email, password }))
    await register('register again', email, post('/V1/customers', documentedCustomer(customer)))
  },
)
