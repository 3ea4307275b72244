import { idAt } from '../../src/perform/given.ts'
import { idFrom } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { type AskOptions, del, get, post, put } from '../../src/target/client/request.ts'
import { documentedCustomer, minimalCustomer } from '../shared/payload.ts'
import { mePath, profile, unknownId } from '../shared/profile.ts'
import { forger } from './forged-tokens.ts'

export const accessDetours = scenario(
  'access-detours',
  {
    chapter: 'Access',
    asks: 'guests and customers try to bypass the access checks with other routes, URLs, headers, query strings and keys',
    rests: [
      {
        rest: ['other ids in the query', 'other ids in the query of the default'],
        on: ['guest deletes the address', 'guest changes the account'],
        was: 'refused',
      },
    ],
  },
  async function* ({ ask, register, login, account, secret }) {
    const customer = account()
    const created = yield* register('create', customer.email, post('/V1/customers', documentedCustomer(customer)))
    const id = idFrom(created)
    const token = yield* login('login', customer)
    const other = account()
    const others = idFrom(yield* register('create another', other.email, post('/V1/customers', minimalCustomer(other))))
    const addressId = idAt(created, '/addresses/0/id')
    const me = (options: AskOptions, query = '') => get(`${mePath}${query}`, options)
    const byId = `/V1/customers/${id}`

    yield* ask('guest reads the address', get(`/V1/customers/addresses/${addressId}`))
    yield* ask('guest deletes the address', del(`/V1/addresses/${addressId}`))
    yield* ask('guest reads the default for billing', get(`${byId}/billingAddress`))
    yield* ask('guest reads the default for shipping', get(`${byId}/shippingAddress`))
    yield* ask('guest changes the account', put(byId, profile(customer, created, { id, firstname: 'Mallory' })))
    const list = '/V1/customers/search/?searchCriteria[pageSize]=1&fields=total_count'
    yield* ask('guest reads by a detour', get(`${byId}/?fields=id`, { store: 'all' }))
    yield* ask('guest lists by a detour', get(list, { store: 'all' }))

    const names = { 'x-forwarded-user': customer.email, 'x-forwarded-email': customer.email, 'x-user-type': 'admin' }
    const ids = { 'x-customer-id': String(id), 'x-user-id': String(id), 'x-auth-user': String(id) }
    const cookie = `token=${token}; access_token=${token}`
    const headers = { ...names, ...ids, 'x-forwarded-for': '127.0.0.1', cookie }
    yield* ask('guest with an identity in headers', me({ headers }))
    const credentials = secret(Buffer.from(`${customer.email}:${customer.password}`).toString('base64'))
    yield* ask('guest with credentials as basic', me({ headers: { authorization: `Basic ${credentials}` } }))
    yield* ask('guest with a pattern for a token', me({ token: '_'.repeat(32) }))
    const { forge, sign } = forger(token, id, secret)
    yield* ask('alg None', me({ token: forge({ header: { alg: 'None' }, signature: '' }) }))
    const key = 'secret'
    const jwk = { kty: 'oct', k: Buffer.from(key).toString('base64url') }
    yield* ask('signed with a key of its own', me({ token: sign(key, { jwk }) }))

    const { email: username, password } = customer
    yield* ask('customer logs in as an administrator', post('/V1/integration/admin/token', { username, password }))
    yield* ask('customer reads the default of another', get(`/V1/customers/${others}/shippingAddress`, { token }))
    const activation = `/V1/customers/${encodeURIComponent(other.email)}/activate`
    yield* ask('customer activates another', put(activation, { confirmationKey: 'none' }, { token }))
    const resent = { email: other.email, websiteId: idAt(created, '/website_id') }
    yield* ask('customer has mail sent to another', post('/V1/customers/confirm', resent, { token }))
    yield* ask('customer reads the attributes', get('/V1/attributeMetadata/customer', { token }))
    yield* ask('customer lists by a detour', get(list, { token, store: 'all' }))
    // With an unknown id, so that a shop that accepts the request deletes nothing.
    yield* ask('customer deletes later', del(`/async/V1/customers/${unknownId}`, { token }))
    const query = `?customerId=${others}&customer_id=${others}&id=${others}`
    yield* ask('other ids in the query', me({ token }, query))
    yield* ask('other ids in the query of the default', get(`${mePath}/billingAddress${query}`, { token }))
  },
)
