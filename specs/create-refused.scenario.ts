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
      'with the last name after all',
      'with empty names',
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
    const create = (name: Parameters<typeof register>[0], changes: Record<string, unknown>, visitor = account()) =>
      register(name, visitor.email, post('/V1/customers', minimalCustomer(visitor, changes)))

    await register('without customer', email, post('/V1/customers', { password }))
    // A key with no value is not sent.
    await create('without first name', { firstname: undefined })
    const forgetful = account()
    await create('without last name', { lastname: undefined }, forgetful)
    await create('with the last name after all', {}, forgetful)
    await create('with empty names', { firstname: '', lastname: '' })
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
