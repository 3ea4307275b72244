import { scenario } from '../../src/perform/scenario.ts'
import { get, post } from '../../src/target/client/request.ts'
import { documentedAddress, minimalCustomer } from '../shared/payload.ts'

/** The gender of a stock shop that forms offer to those who do not want to say: "Not Specified". */
const notSpecified = 3

const names = { prefix: 'Ms', middlename: 'Q', suffix: 'Jr' }

export const customerObject = scenario(
  'customer-object',
  {
    chapter: 'Customer and address objects',
    asks: 'a customer registers with all fields of a customer and an address, and reads them back',
  },
  async function* ({ ask, register, login, account }) {
    const customer = account()
    const full = minimalCustomer(customer, {
      ...names,
      dob: '1990-02-28',
      taxvat: '123',
      addresses: [documentedAddress({ ...names, company: 'Acme', fax: '1', vatId: 'GB123' })],
    })
    yield* register('create', customer.email, post('/V1/customers', full))
    // A separate request, because the shop may have other genders.
    const other = account()
    yield* register('with gender', other.email, post('/V1/customers', minimalCustomer(other, { gender: notSpecified })))
    const token = yield* login('login', customer)
    yield* ask('me', get('/V1/customers/me', { token }))
  },
  async function* ({ ask, login, customer }) {
    const token = yield* login('login', customer())
    yield* ask('me', get('/V1/customers/me', { token }))
  },
)
