import { scenario } from '../../src/perform/scenario.ts'
import { del, get, post } from '../../src/target/client/request.ts'
import { documentedCustomer } from '../shared/payload.ts'

export const customerRoutes = scenario(
  'customer-routes',
  {
    chapter: 'Routes and URLs',
    asks: 'a customer requests parts of a response, and tries to delete the account',
    rests: [{ rest: ['me after deleting'], on: ['delete me'], was: 'refused' }],
  },
  async function* ({ ask, register, login, account }) {
    const customer = account()
    const create = post('/V1/customers?fields=id,email', documentedCustomer(customer))
    yield* register('create, two fields', customer.email, create)
    const token = yield* login('login', customer)
    yield* ask('me', get('/V1/customers/me', { token }))
    yield* ask('me, some fields', get('/V1/customers/me?fields=email,addresses[city,region[region]]', { token }))
    yield* ask('delete me', del('/V1/customers/me', { token }))
    yield* ask('me after deleting', get('/V1/customers/me', { token }))
  },
)
