import { scenario } from '../../src/perform/scenario.ts'
import { get, post, put } from '../../src/target/client/request.ts'
import { minimalCustomer } from '../shared/payload.ts'
import { mePath, profile } from '../shared/profile.ts'

export const profileRefused = scenario(
  'profile-refused',
  {
    chapter: 'The profile',
    asks: 'updates of a profile that must be refused, each with another first name to see whether it is kept',
    records: [
      'create',
      'create the other',
      'without a token',
      'login',
      'no last name',
      'no first name',
      'no e-mail',
      'no customer',
      'e-mail of the other',
      'e-mail of the other in capitals',
      'me',
    ],
  },
  async ({ ask, register, login, account }) => {
    const customer = account()
    const other = account()
    const created = await register('create', customer.email, post('/V1/customers', minimalCustomer(customer)))
    await register('create the other', other.email, post('/V1/customers', minimalCustomer(other)))
    await ask('without a token', put(mePath, profile(customer, created, { firstname: 'Nobody' })))
    const token = await login('login', customer)
    const change = (changes: Record<string, unknown>) =>
      put(mePath, profile(customer, created, { firstname: 'Nobody', ...changes }), { token })
    await ask('no last name', change({ lastname: undefined }))
    await ask('no first name', change({ firstname: undefined }))
    await ask('no e-mail', change({ email: undefined }))
    await ask('no customer', put(mePath, {}, { token }))
    await ask('e-mail of the other', change({ email: other.email }))
    await ask('e-mail of the other in capitals', change({ email: other.email.toUpperCase() }))
    await ask('me', get(mePath, { token }))
  },
  async ({ ask, login, customer }) => {
    // Some older releases refuse an update that names no website.
    const { email, firstname, lastname, websiteId } = customer()
    await ask('without a token', put(mePath, { customer: { email, firstname, lastname, websiteId } }))
    const token = await login('login', customer())
    const change = (changed: Record<string, unknown>) => put(mePath, { customer: { websiteId, ...changed } }, { token })
    await ask('no last name', change({ email, firstname }))
    await ask('no first name', change({ email, lastname }))
    await ask('no e-mail', change({ firstname, lastname }))
    await ask('no customer', put(mePath, {}, { token }))
  },
)
