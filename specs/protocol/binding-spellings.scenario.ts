import { idAt } from '../../src/perform/given.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { post, put } from '../../src/target/client/request.ts'
import { minimalCustomer } from '../shared/payload.ts'

const twice = { firstname: 'First', Firstname: 'Second' }

export const bindingSpellings = scenario(
  'binding-spellings',
  {
    chapter: 'Binding parameters',
    asks: 'requests contain a first name twice, in two spellings, and in an unknown spelling',
  },
  async function* ({ ask, register, login, account }) {
    const misspelt = account()
    const { firstname: firstName } = misspelt
    yield* register('misspelt', misspelt.email, post('/V1/customers', minimalCustomer(misspelt, { firstName })))
    const customer = account()
    const { email } = customer
    const created = yield* register('create', email, post('/V1/customers', minimalCustomer(customer, twice)))
    const token = yield* login('login', customer)
    const website_id = idAt(created, '/website_id')
    const update = { customer: { email, lastname: customer.lastname, website_id, ...twice } }
    yield* ask('update', put('/V1/customers/me', update, { token }))
  },
)
