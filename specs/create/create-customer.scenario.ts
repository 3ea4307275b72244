import { strongPassword } from '../../src/perform/account.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { post } from '../../src/target/client/request.ts'
import { documentedCustomer, inSnakeCase, minimalCustomer } from '../shared/payload.ts'

export const createCustomer = scenario(
  'create-customer',
  {
    chapter: 'Create a customer',
    asks: 'a visitor registers as the tutorial shows, with fewer fields, with the required fields only, and a second time',
    rests: [
      { rest: ['again', 'again in capitals'], on: ['create'], was: 'accepted' },
      { rest: ['login without password'], on: ['without password'], was: 'accepted' },
    ],
  },
  async function* ({ ask, register, account, secret }) {
    const customer = account()
    const capitals = { ...customer, email: customer.email.toUpperCase() }
    yield* register('create', customer.email, post('/V1/customers', documentedCustomer(customer)))
    yield* register('again', customer.email, post('/V1/customers', documentedCustomer(customer)))
    yield* register('again in capitals', capitals.email, post('/V1/customers', documentedCustomer(capitals)))

    const other = account()
    yield* register('in snake_case', other.email, post('/V1/customers', inSnakeCase(documentedCustomer(other))))

    const small = account()
    yield* register('minimal', small.email, post('/V1/customers', minimalCustomer(small)))

    const { password: _, ...open } = minimalCustomer(account())
    const { email } = open.customer
    yield* register('without password', email, post('/V1/customers', open))
    const login = { username: email, password: secret(strongPassword()) }
    yield* ask('login without password', post('/V1/integration/customer/token', login))

    const nobody = account()
    const withNull = { ...minimalCustomer(nobody), password: null }
    yield* register('password null', nobody.email, post('/V1/customers', withNull))
  },
  async function* ({ register, account }) {
    const customer = account()
    yield* register('create', customer.email, post('/V1/customers', documentedCustomer(customer)))
  },
)
