import { scenario } from '../../src/perform/scenario.ts'
import { get, post } from '../../src/target/client/request.ts'
import { minimalCustomer } from '../shared/payload.ts'
import { addressWith, changedAddress, realAddress } from '../shared/real-data.ts'

const billing = '/V1/customers/me/billingAddress'
const shipping = '/V1/customers/me/shippingAddress'

export const defaultAddresses = scenario(
  'default-addresses',
  {
    chapter: 'Default addresses',
    asks: 'a customer with two default addresses, one without addresses, and a guest request the default addresses',
  },
  async function* ({ ask, register, login, account }) {
    const customer = account()
    const bare = account()
    const addresses = [
      addressWith({ ...realAddress, defaultShipping: undefined }),
      addressWith({ ...changedAddress, defaultBilling: undefined }),
    ]
    yield* register('create', customer.email, post('/V1/customers', minimalCustomer(customer, { addresses })))
    yield* ask('billing as a guest', get(billing))
    yield* ask('shipping as a guest', get(shipping))
    const token = yield* login('login', customer)
    yield* ask('billing', get(billing, { token }))
    yield* ask('shipping', get(shipping, { token }))
    yield* register('create without addresses', bare.email, post('/V1/customers', minimalCustomer(bare)))
    const bareToken = yield* login('login without addresses', bare)
    yield* ask('no billing', get(billing, { token: bareToken }))
    yield* ask('no shipping', get(shipping, { token: bareToken }))
  },
  async function* ({ ask, login, customer }) {
    yield* ask('billing as a guest', get(billing))
    yield* ask('shipping as a guest', get(shipping))
    const token = yield* login('login', customer())
    // For requirements about every address in a response.
    yield* ask('billing', get(billing, { token }))
    yield* ask('shipping', get(shipping, { token }))
  },
)
