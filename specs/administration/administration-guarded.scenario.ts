import { randomLetters } from '../../src/perform/account.ts'
import { idFrom } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { del, get, post, put } from '../../src/target/client/request.ts'
import { documentedCustomer } from '../shared/payload.ts'
import { mePath, profile, unknownId } from '../shared/profile.ts'

export const administrationGuarded = scenario(
  'administration-guarded',
  {
    chapter: 'Administration',
    asks: 'a customer and a guest try what only an administrator may, with the customer’s own account',
    records: [
      'create',
      'validate as a guest',
      'attributes as a guest',
      'login as an unknown administrator',
      'login',
      'read the address by id',
      'read the default by id',
      'change the account by id',
      'delete the address by id',
      'me',
    ],
  },
  async ({ ask, register, login, account, secret }) => {
    const customer = account()
    const created = await register('create', customer.email, post('/V1/customers', documentedCustomer(customer)))
    const id = idFrom(created)
    const addressId = created.at('/addresses/0/id').value ?? unknownId
    const changed = profile(customer, created, { id, firstname: 'Nobody' })
    await ask('validate as a guest', put('/V1/customers/validate', changed))
    await ask('attributes as a guest', get('/V1/attributeMetadata/customer'))
    const username = `nobody-${randomLetters(12)}`
    const credentials = { username, password: secret(`A1${randomLetters(12)}`) }
    await ask('login as an unknown administrator', post('/V1/integration/admin/token', credentials))
    const token = await login('login', customer)
    await ask('read the address by id', get(`/V1/customers/addresses/${addressId}`, { token }))
    await ask('read the default by id', get(`/V1/customers/${id}/billingAddress`, { token }))
    await ask('change the account by id', put(`/V1/customers/${id}`, changed, { token }))
    await ask('delete the address by id', del(`/V1/addresses/${addressId}`, { token }))
    await ask('me', get(mePath, { token }))
  },
)
