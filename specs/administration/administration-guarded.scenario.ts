import { randomLetters } from '../../src/perform/account.ts'
import { idAt } from '../../src/perform/given.ts'
import { idFrom } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { del, get, post, put } from '../../src/target/client/request.ts'
import { documentedCustomer } from '../shared/payload.ts'
import { mePath, profile } from '../shared/profile.ts'

export const administrationGuarded = scenario(
  'administration-guarded',
  {
    chapter: 'Administration',
    asks: 'a customer and a guest use administrators’ routes on the customer’s account',
  },
  async function* ({ ask, register, login, account, secret }) {
    const customer = account()
    const created = yield* register('create', customer.email, post('/V1/customers', documentedCustomer(customer)))
    const id = idFrom(created)
    const addressId = idAt(created, '/addresses/0/id')
    const changed = profile(customer, created, { id, firstname: 'Nobody' })
    yield* ask('validate as a guest', put('/V1/customers/validate', changed))
    yield* ask('attributes as a guest', get('/V1/attributeMetadata/customer'))
    const username = `nobody-${randomLetters(12)}`
    const credentials = { username, password: secret(`A1${randomLetters(12)}`) }
    yield* ask('login as an unknown administrator', post('/V1/integration/admin/token', credentials))
    const token = yield* login('login', customer)
    yield* ask('read the address by id', get(`/V1/customers/addresses/${addressId}`, { token }))
    yield* ask('read the default by id', get(`/V1/customers/${id}/billingAddress`, { token }))
    yield* ask('change the account by id', put(`/V1/customers/${id}`, changed, { token }))
    yield* ask('delete the address by id', del(`/V1/addresses/${addressId}`, { token }))
    yield* ask('me', get(mePath, { token }))
  },
)
