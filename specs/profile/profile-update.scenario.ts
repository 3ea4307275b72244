import { scenario } from '../../src/perform/scenario.ts'
import { get, post, put } from '../../src/target/client/request.ts'
import { documentedCustomer } from '../shared/payload.ts'
import { mePath, profile } from '../shared/profile.ts'

export const optionalFields = {
  middlename: 'Quinn',
  prefix: 'Ms',
  suffix: 'Jr',
  taxvat: 'X-1',
  gender: 2,
  dob: '1990-02-14',
}

export const profileUpdate = scenario(
  'profile-update',
  {
    chapter: 'The profile',
    asks: 'a customer reads the profile, writes it back and changes parts of it',
    records: [
      'create',
      'login',
      'me',
      'put back',
      'rename',
      'me after the rename',
      'clear',
      'me after clearing',
      'without a website',
    ],
  },
  async ({ ask, register, login, account }) => {
    const customer = account()
    const documented = documentedCustomer(customer)
    const full = { ...documented, customer: { ...documented.customer, ...optionalFields } }
    const created = await register('create', customer.email, post('/V1/customers', full))
    const token = await login('login', customer)
    const me = await ask('me', get(mePath, { token }))
    await ask('put back', put(mePath, { customer: me.json }, { token }))
    const renamed = { ...customer, firstname: 'Janet' }
    await ask('rename', put(mePath, profile(renamed, created), { token }))
    await ask('me after the rename', get(mePath, { token }))
    const { dob } = optionalFields
    await ask('clear', put(mePath, profile(renamed, created, { dob, middlename: null, taxvat: '' }), { token }))
    await ask('me after clearing', get(mePath, { token }))
    await ask('without a website', put(mePath, profile(renamed, created, { website_id: undefined }), { token }))
  },
)
