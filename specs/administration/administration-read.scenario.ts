import { idAt } from '../../src/perform/given.ts'
import { idFrom } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { get, post } from '../../src/target/client/request.ts'
import { documentedAddress, minimalCustomer } from '../shared/payload.ts'
import { unknownId } from '../shared/profile.ts'
import { addressWith, realAddress } from '../shared/real-data.ts'

export const administrationRead = scenario(
  'administration-read',
  {
    chapter: 'Administration',
    asks: 'an administrator reads a customer, its addresses, and the shop’s groups and attributes of customers',
    needs: ['admin'],
  },
  async function* ({ ask, register, account, admin }) {
    const customer = account()
    const token = admin()
    const read = (path: string) => get(`/V1/${path}`, { token })
    const addresses = [
      addressWith({ ...realAddress, defaultShipping: undefined }),
      documentedAddress({ defaultBilling: undefined, city: 'Rye' }),
    ]
    const created = yield* register(
      'create',
      customer.email,
      post('/V1/customers', minimalCustomer(customer, { addresses })),
    )
    yield* ask('attributes', read('attributeMetadata/customer'))
    yield* ask('address attributes', read('attributeMetadata/customerAddress'))
    yield* ask('unknown attribute', read('attributeMetadata/customer/attribute/no_such_attribute'))
    yield* ask('read an unknown one', read(`customers/${unknownId}`))
    yield* ask('read without a number', read('customers/abc'))
    yield* ask('unknown address', read(`customers/addresses/${unknownId}`))
    yield* ask('billing of an unknown one', read(`customers/${unknownId}/billingAddress`))
    const id = idFrom(created)
    yield* ask('read', read(`customers/${id}`))
    yield* ask('read only', read(`customers/${id}/permissions/readonly`))
    yield* ask('billing', read(`customers/${id}/billingAddress`))
    yield* ask('shipping', read(`customers/${id}/shippingAddress`))
    yield* ask('address', read(`customers/addresses/${idAt(created, '/default_billing')}`))
  },
)
