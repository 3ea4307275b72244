import { fromGiven, idAt } from '../../src/perform/given.ts'
import { idFrom } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { get, post, put } from '../../src/target/client/request.ts'
import { documentedAddress, documentedCustomer } from '../shared/payload.ts'
import { mePath, otherGroup, profile, unknownId } from '../shared/profile.ts'

export const longAgo = '2001-02-03 04:05:06'

export const profileOwnData = scenario(
  'profile-own-data',
  {
    chapter: 'The profile',
    asks: 'a customer tries to access another account, and to set fields that only an administrator may set',
  },
  async function* ({ ask, register, login, account }) {
    const customer = account()
    const other = account()
    const theirs = documentedCustomer(other)
    const distinct = { ...theirs, customer: { ...theirs.customer, middlename: 'Victoria', taxvat: 'V-2' } }
    const victim = yield* register('create the other', other.email, post('/V1/customers', distinct))
    const theirToken = yield* login('login of the other', other)
    const created = yield* register('create', customer.email, post('/V1/customers', documentedCustomer(customer)))
    const token = yield* login('login', customer)
    const change = (changes: Record<string, unknown>, query = '') =>
      put(`${mePath}${query}`, profile(customer, created, changes), { token })

    const theirId = idFrom(victim)
    yield* ask('id of the other', change({ id: theirId, firstname: 'Mallory' }))
    yield* ask('other customer in the query', change({}, `?customerId=${theirId}`))
    const group = otherGroup(created)
    const attributes = { custom_attributes: [{ attribute_code: 'group_id', value: group }] }
    yield* ask('group of own choice', change({ group_id: group, created_at: longAgo, ...attributes }))
    const addressed = (id: unknown) => change({ addresses: [documentedAddress({ id, firstname: 'Mallory' })] })
    yield* ask('unknown address', addressed(unknownId))
    yield* ask('address of the other', addressed(idAt(victim, '/addresses/0/id')))
    const gift = documentedAddress({ customerId: theirId, firstname: 'Mallory', city: 'Elsewhere' })
    yield* ask('address for the other', change({ addresses: [gift] }))
    yield* ask('the other afterwards', get(mePath, { token: theirToken }))
    // Last, because 2.4.1 moves the customer, which invalidates the token.
    const website = { website_id: next(idAt(created, '/website_id')), store_id: next(idAt(created, '/store_id')) }
    yield* ask('website of own choice', change({ ...website, groupId: group }))
    yield* ask('me after choosing', get(mePath, { token }))
  },
)

const next = (id: number) => fromGiven(id, (given) => given + 1)
