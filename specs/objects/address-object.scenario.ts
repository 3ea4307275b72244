import { scenario } from '../../src/perform/scenario.ts'
import { post } from '../../src/target/client/request.ts'
import { documentedAddress, minimalCustomer } from '../shared/payload.ts'

export const addressObject = scenario(
  'address-object',
  {
    chapter: 'Customer and address objects',
    asks: 'customers register with several addresses, regions in every form, and two lines of street',
  },
  async function* ({ register, account }) {
    const create = (
      name: 'three addresses' | 'billing only' | 'shipping only' | 'regions' | 'two lines of street',
      addresses: object[],
    ) => {
      const customer = account()
      return register(name, customer.email, post('/V1/customers', minimalCustomer(customer, { addresses })))
    }
    const plain = documentedAddress({ defaultShipping: undefined, defaultBilling: undefined })
    // The default shipping address is last, so that a changed order is visible.
    yield* create('three addresses', [
      { ...plain, city: 'Albany' },
      { ...plain, city: 'Buffalo', defaultBilling: true },
      { ...plain, city: 'Cortland', defaultShipping: true },
    ])
    yield* create('billing only', [{ ...plain, defaultBilling: true }])
    yield* create('shipping only', [{ ...plain, defaultShipping: true }])
    const british = { countryId: 'GB', postcode: 'SW1A 1AA' }
    yield* create('regions', [
      { ...plain, city: 'Identified', region: { regionId: 43 } },
      { ...plain, city: 'Flat', region: undefined, regionId: 43 },
      { ...plain, city: 'Coded', region: { regionCode: 'NY' } },
      { ...plain, city: 'Written', region: { region: 'Elsewhere' }, ...british },
      { ...plain, city: 'Bare', region: undefined, telephone: ' 512-555-1111 ' },
    ])
    yield* create('two lines of street', [{ ...plain, street: ['123 Oak Ave', 'Suite 5'] }])
  },
)
