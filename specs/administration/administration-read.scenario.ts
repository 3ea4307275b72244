import { idFrom } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { get, post } from '../../src/target/client/request.ts'
import { documentedAddress, minimalCustomer } from '../shared/payload.ts'
import { unknownId } from '../shared/profile.ts'

export const administrationRead = scenario(
  'administration-read',
  {
    chapter: 'Administration',
    asks: 'an administrator reads a customer, its addresses and what the shop knows of customers',
    needs: ['admin'],
    records: [
      'create',
      'read',
      'read an unknown one',
      'read without a number',
      'read only',
      'address',
      'unknown address',
      'billing',
      'shipping',
      'billing of an unknown one',
      'attributes',
      'unknown attribute',
    ],
  },
  async ({ ask, register, account, admin }) => {
    const customer = account()
    const token = admin()
    const read = (path: string) => get(`/V1/${path}`, { token })
    const addresses = [
      documentedAddress({ defaultShipping: undefined }),
      documentedAddress({ defaultBilling: undefined, city: 'Rye' }),
    ]
    const created = await register(
      'create',
      customer.email,
      post('/V1/customers', minimalCustomer(customer, { addresses })),
    )
    await ask('attributes', read('attributeMetadata/customer'))
    await ask('unknown attribute', read('attributeMetadata/customer/attribute/no_such_attribute'))
    await ask('read an unknown one', read(`customers/${unknownId}`))
    await ask('read without a number', read('customers/abc'))
    await ask('unknown address', read(`customers/addresses/${unknownId}`))
    await ask('billing of an unknown one', read(`customers/${unknownId}/billingAddress`))
    const id = idFrom(created)
    await ask('read', read(`customers/${id}`))
    await ask('read only', read(`customers/${id}/permissions/readonly`))
    await ask('billing', read(`customers/${id}/billingAddress`))
    await ask('shipping', read(`customers/${id}/shippingAddress`))
    await ask('address', read(`customers/addresses/${created.at('/default_billing').value ?? unknownId}`))
  },
)
