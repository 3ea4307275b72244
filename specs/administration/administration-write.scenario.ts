import { all, any, has, lacks } from '../../release/index.ts'
import { customerFrom, idAt } from '../../src/perform/given.ts'
import { idFrom } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { get, post, put } from '../../src/target/client/request.ts'
import { logIn } from '../shared/password-requests.ts'
import { documentedCustomer } from '../shared/payload.ts'
import { addressesOf, otherGroup, profile, unknownId } from '../shared/profile.ts'
import { changedAddress, changedCustomer, subscribed, withCapitals } from '../shared/real-data.ts'
import { filtered } from './search-request.ts'

/** An id that no group has: group ids are 16 bits wide in older releases, and are assigned in order. */
export const unknownGroup = 32000

/**
 * Releases in which an administrator may send a part of a customer. In some patches between, default addresses were
 * compared with those sent only, which partial updates failed.
 */
export const adminMerges = any(
  all(has('admin-update-merges'), lacks('default-address-is-checked')),
  has('default-address-is-checked-alone'),
)

export const administrationWrite = scenario(
  'administration-write',
  {
    chapter: 'Administration',
    asks: 'an administrator validates customers, updates them completely, partly and in every field, and searches for one',
    needs: ['admin'],
    rests: [
      { rest: ['change in part', 'read'], on: ['change in whole'], was: 'accepted' },
      { rest: ['change every field'], on: ['change in whole'], was: 'accepted' },
      {
        rest: ['read after every change', 'find after every change', 'login after every change'],
        on: ['change every field'],
        was: 'accepted',
      },
    ],
  },
  async function* ({ ask, register, account, admin, probe }) {
    const newsletter = probe<boolean>('newsletter', true)
    const token = admin()
    const [customer, nobody] = [account(), account()]
    const documented = documentedCustomer(customer)
    const registration = {
      ...documented,
      customer: { ...documented.customer, ...(newsletter ? subscribed(true) : {}) },
    }
    const created = yield* register('create', customer.email, post('/V1/customers', registration))
    yield* register(
      'change an unknown one',
      nobody.email,
      put(`/V1/customers/${unknownId}`, profile(nobody, created, { id: unknownId }), { token }),
    )
    const complete = profile(customer, created, { group_id: idAt(created, '/group_id'), suffix: 'V.' })
    yield* ask('validate', put('/V1/customers/validate', complete, { token }))
    const nameless = { customer: { ...complete.customer, firstname: undefined, lastname: undefined } }
    yield* ask('validate without names', put('/V1/customers/validate', nameless, { token }))

    const id = idFrom(created)
    const change = (body: Record<string, unknown>) => put(`/V1/customers/${id}`, { customer: body }, { token })
    yield* ask('change in whole', change({ ...customerFrom(created), lastname: 'Roe', middlename: 'Quinn' }))
    const grouped = { ...customerFrom(created), lastname: 'Roe', middlename: 'Quinn', group_id: otherGroup(created) }
    yield* ask('change the group', change(grouped))
    yield* ask('change in part', change({ firstname: 'Janet' }))
    const before = yield* ask('read', get(`/V1/customers/${id}`, { token }))
    yield* ask('unknown group', change({ ...profile(customer, created).customer, id, group_id: unknownGroup }))
    const [stored] = addressesOf(before)
    const addresses = stored ? { addresses: [{ ...stored, ...changedAddress }] } : {}
    const unsubscribed = newsletter ? subscribed(false) : {}
    const everything = { ...changedCustomer, disable_auto_group_change: 1, ...unsubscribed, ...addresses }
    const email = withCapitals(account().email)
    const changed = change({ ...customerFrom(before), ...everything, email })
    yield* register('change every field', email, changed)
    yield* ask('read after every change', get(`/V1/customers/${id}`, { token }))
    yield* ask('find after every change', get(filtered('email', email), { token }))
    yield* ask('login after every change', logIn({ ...customer, email }))
  },
)
