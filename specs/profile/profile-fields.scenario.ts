import { scenario } from '../../src/perform/scenario.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { get, post, put } from '../../src/target/client/request.ts'
import { minimalCustomer } from '../shared/payload.ts'
import { addressesFrom, mePath, profile } from '../shared/profile.ts'
import {
  addressWith,
  changedAddress,
  changedCustomer,
  realAddress,
  realCustomer,
  subscribed,
} from '../shared/real-data.ts'

/** The request of a client that does not support compression. */
const notPacked = { headers: { 'accept-encoding': 'identity' } }

/** A region of the United States other than that of the documented address. */
function anotherRegion(country: Exchange): { id: number; code: unknown; name: unknown } | undefined {
  const { value } = country.at('/available_regions')
  const regions = Array.isArray(value) ? (value as { id?: unknown; code?: unknown; name?: unknown }[]) : []
  const found = regions.find(({ id, code }) => Number(id) > 0 && typeof code === 'string' && code !== 'NY')
  return found && { id: Number(found.id), code: found.code, name: found.name }
}

export const profileFields = scenario(
  'profile-fields',
  {
    chapter: 'The profile',
    asks: 'a customer registers with values of real people, reads them, changes every field, and reads them again',
    rests: [
      { rest: ['billing address after the move'], on: ['move'], was: 'accepted' },
      { rest: ['me after the change'], on: ['change'], was: 'accepted' },
      { rest: ['me after the move'], on: ['move'], was: 'accepted' },
      { rest: ['me after unsubscribing'], on: ['unsubscribe'], was: 'accepted' },
      { rest: ['me after subscribing'], on: ['subscribe'], was: 'accepted' },
    ],
  },
  async function* ({ ask, register, login, account, probe }) {
    const customer = account()
    const newsletter = probe<boolean>('newsletter', true)
    const registration = minimalCustomer(customer, {
      ...realCustomer,
      ...(newsletter ? subscribed(true) : {}),
      addresses: [addressWith(realAddress)],
    })
    const created = yield* register('create', customer.email, post('/V1/customers', registration))
    const token = yield* login('login', customer)
    yield* ask('me', get(mePath, { token }))
    yield* ask('me in XML', get(mePath, { token, headers: { accept: 'application/xml' } }))
    yield* ask('billing address', get(`${mePath}/billingAddress`, { token }))
    const region = anotherRegion(yield* ask('regions', get('/V1/directory/countries/US', notPacked)))

    const [stored] = addressesFrom(created)
    const moved = region ? { region: { region_id: region.id }, region_id: region.id } : {}
    const defaults = { default_billing: String(stored.id), default_shipping: String(stored.id) }
    const addresses = { ...defaults, addresses: [{ ...stored, ...changedAddress, ...moved }] }
    const named = { ...customer, firstname: changedCustomer.firstname, lastname: changedCustomer.lastname }
    const change = (changes: Record<string, unknown>) => put(mePath, profile(named, created, changes), { token })
    yield* ask('change', change(changedCustomer))
    yield* ask('me after the change', get(mePath, { token }))
    // From 2.4.8 an update without the date of birth deletes it.
    const { dob } = changedCustomer
    yield* ask('move', change({ dob, ...addresses }))
    yield* ask('me after the move', get(mePath, { token }))
    yield* ask('billing address after the move', get(`${mePath}/billingAddress`, { token }))
    if (!newsletter) return
    yield* ask('unsubscribe', change({ dob, ...subscribed(false) }))
    yield* ask('me after unsubscribing', get(mePath, { token }))
    yield* ask('subscribe', change({ dob, ...subscribed(true) }))
    yield* ask('me after subscribing', get(mePath, { token }))
  },
)
