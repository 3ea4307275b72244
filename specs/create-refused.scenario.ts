import { post } from '../src/client/request.ts'
import { scenario } from '../src/perform/scenario.ts'
import { minimalCustomer } from './payload.ts'

export const createRefused = scenario(
  'create-refused',
  {
    chapter: 'Create a customer',
    asks: 'a visitor registers without what is needed, and twice at the same moment',
    records: [
      'without customer',
      'without first name',
      'without last name',
      'empty e-mail',
      'without e-mail',
      'without e-mail and password',
      'one of two',
      'other of two',
    ],
  },
  async ({ register, account }) => {
    const customer = account()
    const { email, password } = customer
    const create = (name: 'without first name' | 'without last name' | 'empty e-mail', changes: object) => {
      const somebody = account()
      return register(name, somebody.email, post('/V1/customers', minimalCustomer(somebody, { ...changes })))
    }
    await register('without customer', email, post('/V1/customers', { password }))
    // A key with no value is not sent.
    await create('without first name', { firstname: undefined })
    await create('without last name', { lastname: undefined })
    await create('empty e-mail', { email: '' })
    const nameless = minimalCustomer(customer, { email: undefined })
    await register('without e-mail', email, post('/V1/customers', nameless))
    await register('without e-mail and password', email, post('/V1/customers', { customer: nameless.customer }))

    const twin = account()
    await Promise.all([
      register('one of two', twin.email, post('/V1/customers', minimalCustomer(twin))),
      register('other of two', twin.email, post('/V1/customers', minimalCustomer(twin))),
    ])
  },
)
