import { idAt } from '../../src/perform/given.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { post } from '../../src/target/client/request.ts'
import { documentedAddress, minimalCustomer } from '../shared/payload.ts'
import { subscribed } from '../shared/real-data.ts'

/** An id that no shop has: the column is 16 bits wide, and ids are assigned in order. */
const unknownId = 64999

export const createPlace = scenario(
  'create-place',
  {
    chapter: 'Create a customer',
    asks: 'visitors register with a website, a store view, a redirect URL, a newsletter subscription, or unknown countries',
  },
  async function* ({ register, account, probe }) {
    type Name = 'plain' | 'with website and store' | 'with an unknown website' | 'with an unknown store'
    const create = (name: Name | 'with countries that are none', changes: Record<string, unknown> = {}) => {
      const visitor = account()
      return register(name, visitor.email, post('/V1/customers', minimalCustomer(visitor, changes)))
    }
    const plain = yield* create('plain')
    const other = account()
    const all = post('/V1/customers', minimalCustomer(other), { store: 'all' })
    yield* register('through all stores', other.email, all)

    const website_id = idAt(plain, '/website_id')
    const store_id = idAt(plain, '/store_id')
    yield* create('with website and store', { website_id, store_id })
    yield* create('with an unknown website', { website_id: unknownId })
    yield* create('with an unknown store', { store_id: unknownId })

    const reader = account()
    const choice = probe<boolean>('newsletter', true) ? subscribed(true) : {}
    const request = { ...minimalCustomer(reader, choice), redirectUrl: 'https://example.com/after' }
    yield* register('subscribed', reader.email, post('/V1/customers', request))

    yield* create('with countries that are none', {
      addresses: [
        documentedAddress({ city: 'Nowhere', countryId: 'XX' }),
        documentedAddress({ city: 'Anywhere', countryId: undefined }),
        documentedAddress({ defaultShipping: false, defaultBilling: false }),
      ],
    })
  },
)
