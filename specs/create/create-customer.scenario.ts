import { strongPassword } from '../../src/perform/account.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { post } from '../../src/target/client/request.ts'
import { documentedCustomer, inSnakeCase, minimalCustomer } from '../shared/payload.ts'

export const createCustomer = scenario(
  'create-customer',
  {
    chapter: 'Create a customer',
    asks: 'a visitor registers as the tutorial says, with less, with nothing more than needed, and a second time',
    records: [
      'create',
      'again',
      'again in capitals',
      'in snake_case',
      'minimal',
      'without password',
      'login without password',
      'password null',
    ],
  },
  async ({ ask, register, account, secret }) => {
    const customer = account()
    const capitals = { ...customer, email: customer.email.toUpperCase() }
    await register('create', customer.email, post('/V1/customers', documentedCustomer(customer)))
    await register('again', customer.email, post('/V1/customers', documentedCustomer(customer)))
    await register('again in capitals', capitals.email, post('/V1/customers', documentedCustomer(capitals)))

    const other = account()
    await register('in snake_case', other.email, post('/V1/customers', inSnakeCase(documentedCustomer(other))))

    const small = account()
    await register('minimal', small.email, post('/V1/customers', minimalCustomer(small)))

    const { password: _, ...open } = minimalCustomer(account())
    const { email } = open.customer
    await register('without password', email, post('/V1/customers', open))
    const login = { username: email, password: secret(strongPassword()) }
    await ask('login without password', post('/V1/integration/customer/token', login))

    const nobody = account()
    const withNull = { ...minimalCustomer(nobody), password: null }
    await register('password null', nobody.email, post('/V1/customers', withNull))
  },
  async ({ register, account }) => {
    const customer = account()
    await register('create', customer.email, post('/V1/customers', documentedCustomer(customer)))
  },
)
