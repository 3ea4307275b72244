import { oneFrom } from '../../src/perform/given.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { get, post, put } from '../../src/target/client/request.ts'
import { documentedAddress, minimalCustomer } from '../shared/payload.ts'
import { addressesFrom, mePath, profile, unknownId } from '../shared/profile.ts'

/** Fields that an update does not send. */
const companyOnly = { company: 'Acme', fax: '512-555-2222' }
export const leftOut = Object.keys(companyOnly)

const noDefault = { defaultBilling: undefined, defaultShipping: undefined }

export const profileAddresses = scenario(
  'profile-addresses',
  {
    chapter: 'The profile',
    asks: 'a customer with two addresses changes one, omits one, adds two, and finally sends none',
    rests: [
      { rest: ['new default'], on: ['replace'], was: 'accepted' },
      { rest: ['new default'], on: ['unknown country'], was: 'refused' },
      { rest: ['me with the new default'], on: ['new default'], was: 'accepted' },
      { rest: ['me after replacing', 'own default alone'], on: ['replace'], was: 'accepted' },
      { rest: ['me with none left'], on: ['none left'], was: 'accepted' },
    ],
  },
  async function* ({ ask, register, login, account }) {
    const customer = account()
    const addresses = [documentedAddress(companyOnly), documentedAddress({ ...noDefault, city: 'Rye' })]
    const created = yield* register(
      'create',
      customer.email,
      post('/V1/customers', minimalCustomer(customer, { addresses })),
    )
    const token = yield* login('login', customer)
    const change = (changes: Record<string, unknown>) => put(mePath, profile(customer, created, changes), { token })
    const isDefault = (address: { default_billing?: unknown }) => address.default_billing === true
    const kept = oneFrom(created, addressesFrom(created).find(isDefault), 'an address that is the default for billing')
    // Also with the ids of the defaults: with the flags alone some releases lose them.
    const defaults = { default_billing: String(kept.id), default_shipping: String(kept.id) }
    const sent = Object.fromEntries(Object.entries(kept).filter(([field]) => !leftOut.includes(field)))
    const replacing = [{ ...sent, city: 'Harrison' }, documentedAddress({ ...noDefault, city: 'Armonk' })]
    yield* ask('replace', change({ ...defaults, addresses: replacing }))
    const me = yield* ask('me after replacing', get(mePath, { token }))
    const stored = addressesFrom(me)
    const added = oneFrom(
      me,
      stored.find(({ city }) => city === 'Armonk'),
      'the added address',
    ).id
    yield* ask('own default alone', change({ default_billing: String(added) }))
    yield* ask('unknown default alone', change({ default_billing: String(unknownId) }))
    const unflagged = stored.map((address) => ({ ...address, default_billing: undefined, default_shipping: undefined }))
    yield* ask('unknown default with addresses', change({ default_billing: String(unknownId), addresses: unflagged }))
    yield* ask('unknown country', change({ addresses: [documentedAddress({ countryId: 'ZZ', region: undefined })] }))
    yield* ask('new default', change({ addresses: [...unflagged, documentedAddress({ city: 'Yonkers' })] }))
    yield* ask('me with the new default', get(mePath, { token }))
    yield* ask('none left', change({ addresses: [] }))
    yield* ask('me with none left', get(mePath, { token }))
  },
)
