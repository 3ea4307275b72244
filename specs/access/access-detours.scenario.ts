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
    asks: 'guests and customers take the ways around the guard: other routes and URLs, headers, queries, other keys',
    records: [
      'create',
      'login',
      'create another',
      'guest reads the address',
      'guest deletes the address',
      'guest reads the default for billing',
      'guest reads the default for shipping',
      'guest changes the account',
      'guest reads by a detour',
      'guest lists by a detour',
      'guest with an identity in headers',
      'guest with credentials as basic',
      'guest with a pattern for a token',
      'alg None',
      'signed with a key of its own',
      'customer logs in as an administrator',
      'customer reads the default of another',
      'customer activates another',
      'customer has mail sent to another',
      'customer reads the attributes',
      'customer lists by a detour',
      'other ids in the query',
      'other ids in the query of the default',
    ],
  },
  async ({ ask, register, login, account, secret }) => {
    const customer = account()
    const created = await register('create', customer.email, post('/V1/customers', documentedCustomer(customer)))
    const id = idFrom(created)
    const token = await login('login', customer)
    const other = account()
    const others = idFrom(await register('create another', other.email, post('/V1/customers', minimalCustomer(other))))
    const addressId = created.at('/addresses/0/id').value ?? unknownId
    const me = (options: AskOptions, query = '') => get(`${mePath}${query}`, options)
    const byId = `/V1/customers/${id}`

    await ask('guest reads the address', get(`/V1/customers/addresses/${addressId}`))
    await ask('guest deletes the address', del(`/V1/addresses/${addressId}`))
    await ask('guest reads the default for billing', get(`${byId}/billingAddress`))
    await ask('guest reads the default for shipping', get(`${byId}/shippingAddress`))
    await ask('guest changes the account', put(byId, profile(customer, created, { id, firstname: 'Mallory' })))
    const list = '/V1/customers/search/?searchCriteria[pageSize]=1&fields=total_count'
    await ask('guest reads by a detour', get(`${byId}/?fields=id`, { store: 'all' }))
    await ask('guest lists by a detour', get(list, { store: 'all' }))

    const names = { 'x-forwarded-user': customer.email, 'x-forwarded-email': customer.email, 'x-user-type': 'admin' }
    const ids = { 'x-customer-id': String(id), 'x-user-id': String(id), 'x-auth-user': String(id) }
    const cookie = `token=${token}; access_token=${token}`
    const headers = { ...names, ...ids, 'x-forwarded-for': '127.0.0.1', cookie }
    await ask('guest with an identity in headers', me({ headers }))
    const credentials = secret(Buffer.from(`${customer.email}:${customer.password}`).toString('base64'))
    await ask('guest with credentials as basic', me({ headers: { authorization: `Basic ${credentials}` } }))
    await ask('guest with a pattern for a token', me({ token: '_'.repeat(32) }))
    const { forge, sign } = forger(token, id, secret)
    await ask('alg None', me({ token: forge({ header: { alg: 'None' }, signature: '' }) }))
    const key = 'secret'
    const jwk = { kty: 'oct', k: Buffer.from(key).toString('base64url') }
    await ask('signed with a key of its own', me({ token: sign(key, { jwk }) }))

    const { email: username, password } = customer
    await ask('customer logs in as an administrator', post('/V1/integration/admin/token', { username, password }))
    await ask('customer reads the default of another', get(`/V1/customers/${others}/shippingAddress`, { token }))
    const activation = `/V1/customers/${encodeURIComponent(other.email)}/activate`
    await ask('customer activates another', put(activation, { confirmationKey: 'none' }, { token }))
    const resent = { email: other.email, websiteId: created.at('/website_id').value }
    await ask('customer has mail sent to another', post('/V1/customers/confirm', resent, { token }))
    await ask('customer reads the attributes', get('/V1/attributeMetadata/customer', { token }))
    await ask('customer lists by a detour', get(list, { token, store: 'all' }))
    const query = `?customerId=${others}&customer_id=${others}&id=${others}`
    await ask('other ids in the query', me({ token }, query))
    await ask('other ids in the query of the default', get(`${mePath}/billingAddress${query}`, { token }))
  },
)
