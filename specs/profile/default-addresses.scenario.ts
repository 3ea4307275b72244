import { scenario } from '../../src/perform/scenario.ts'
import { get, post } from '../../src/target/client/request.ts'
import { documentedAddress, minimalCustomer } from '../shared/payload.ts'

const billing = '/V1/customers/me/billingAddress'
const shipping = '/V1/customers/me/shippingAddress'

export const defaultAddresses = scenario(
  'default-addresses',
  {
    chapter: 'Default addresses',
    asks: 'a customer with two defaults, one without any address and a guest ask for the default addresses',
    records: [
      'create',
      'billing as a guest',
      'shipping as a guest',
      'login',
      'billing',
      'shipping',
      'create without addresses',
      'login without addresses',
      'no billing',
      'no shipping',
    ],
  },
  async ({ ask, register, login, account }) => {
    const customer = account()
    const bare = account()
    const addresses = [
      documentedAddress({ defaultShipping: undefined }),
      documentedAddress({ defaultBilling: undefined, city: 'Rye' }),
    ]
    await register('create', customer.email, post('/V1/customers', minimalCustomer(customer, { addresses })))
    await ask('billing as a guest', get(billing))
    await ask('shipping as a guest', get(shipping))
    const token = await login('login', customer)
    await ask('billing', get(billing, { token }))
    await ask('shipping', get(shipping, { token }))
    await register('create without addresses', bare.email, post('/V1/customers', minimalCustomer(bare)))
    const bareToken = await login('login without addresses', bare)
    await ask('no billing', get(billing, { token: bareToken }))
    await ask('no shipping', get(shipping, { token: bareToken }))
  },
  async ({ ask, login, customer }) => {
    await ask('billing as a guest', get(billing))
    await ask('shipping as a guest', get(shipping))
    const token = await login('login', customer())
    // For what holds for every address that any answer shows.
    await ask('billing', get(billing, { token }))
    await ask('shipping', get(shipping, { token }))
  },
)
