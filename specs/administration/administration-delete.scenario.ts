import { idAt } from '../../src/perform/given.ts'
import { idFrom } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { del, get, post } from '../../src/target/client/request.ts'
import { logIn } from '../shared/password-requests.ts'
import { documentedAddress, documentedCustomer } from '../shared/payload.ts'
import { mePath } from '../shared/profile.ts'
import { filtered } from './search-request.ts'

export const administrationDelete = scenario(
  'administration-delete',
  {
    chapter: 'Administration',
    asks: 'an administrator deletes an address and then its customer, each twice; then the e-mail registers again',
    needs: ['admin'],
    rests: [
      { rest: ['read the deleted address', 'delete the address again'], on: ['delete the address'], was: 'accepted' },
      {
        rest: [
          'read the deleted one',
          'search the deleted one',
          'delete again',
          'login of the deleted one',
          'register again',
        ],
        on: ['delete'],
        was: 'accepted',
      },
    ],
  },
  async function* ({ ask, register, login, account, admin }) {
    const customer = account()
    const { email, password } = customer
    const token = admin()
    const further = documentedAddress({ defaultBilling: undefined, defaultShipping: undefined, city: 'Rye' })
    const documented = documentedCustomer(customer)
    const addresses = [...documented.customer.addresses, further]
    const registration = { ...documented, customer: { ...documented.customer, addresses } }
    const created = yield* register('create', email, post('/V1/customers', registration))
    const id = idFrom(created)
    const own = yield* login('login', customer)
    const addressId = idAt(created, '/addresses/0/id')
    yield* ask('delete the address', del(`/V1/addresses/${addressId}`, { token }))
    yield* ask('read the deleted address', get(`/V1/customers/addresses/${addressId}`, { token }))
    yield* ask('delete the address again', del(`/V1/addresses/${addressId}`, { token }))
    yield* ask('read without the address', get(`/V1/customers/${id}`, { token }))
    yield* ask('delete', del(`/V1/customers/${id}`, { token }))
    yield* ask('read the deleted one', get(`/V1/customers/${id}`, { token }))
    yield* ask('search the deleted one', get(filtered('email', email), { token }))
    yield* ask('delete again', del(`/V1/customers/${id}`, { token }))
    yield* ask('login of the deleted one', logIn({ email, password }))
    yield* register('register again', email, post('/V1/customers', documentedCustomer(customer)))
    yield* ask('me with the token of the deleted one', get(mePath, { token: own }))
  },
)
