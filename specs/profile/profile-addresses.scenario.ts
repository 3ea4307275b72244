import { scenario } from '../../src/perform/scenario.ts'
import { get, post, put } from '../../src/target/client/request.ts'
import { documentedAddress, minimalCustomer } from '../shared/payload.ts'
import { addressesOf, mePath, profile, unknownId } from '../shared/profile.ts'

const noDefault = { defaultBilling: undefined, defaultShipping: undefined }

export const profileAddresses = scenario(
  'profile-addresses',
  {
    chapter: 'The profile',
    asks: 'a customer with two addresses changes one, leaves one out, adds one, and in the end sends none',
  },
  async function* ({ ask, register, login, account }) {
    const customer = account()
    const addresses = [documentedAddress(), documentedAddress({ ...noDefault, city: 'Rye' })]
    const created = yield* register(
      'create',
      customer.email,
      post('/V1/customers', minimalCustomer(customer, { addresses })),
    )
    const token = yield* login('login', customer)
    const change = (changes: Record<string, unknown>) => put(mePath, profile(customer, created, changes), { token })
    const kept = addressesOf(created).find((address) => address.default_billing === true)
    // The defaults by their ids too: with flags alone some releases lose them.
    const defaults = { default_billing: String(kept?.id), default_shipping: String(kept?.id) }
    const replacing = [{ ...kept, city: 'Harrison' }, documentedAddress({ ...noDefault, city: 'Armonk' })]
    yield* ask('replace', change({ ...(kept ? defaults : {}), addresses: replacing }))
    const me = yield* ask('me after replacing', get(mePath, { token }))
    const stored = addressesOf(me)
    const added = stored.find(({ city }) => city === 'Armonk')?.id
    yield* ask('own default alone', change({ default_billing: String(added) }))
    yield* ask('unknown default alone', change({ default_billing: String(unknownId) }))
    const unflagged = stored.map((address) => ({ ...address, default_billing: undefined, default_shipping: undefined }))
    yield* ask('unknown default with addresses', change({ default_billing: String(unknownId), addresses: unflagged }))
    yield* ask('unknown country', change({ addresses: [documentedAddress({ countryId: 'ZZ', region: undefined })] }))
    yield* ask('none left', change({ addresses: [] }))
    yield* ask('me with none left', get(mePath, { token }))
  },
)
