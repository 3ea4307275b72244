import { customerFrom } from '../../src/perform/given.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { get, post, put } from '../../src/target/client/request.ts'
import { documentedCustomer } from '../shared/payload.ts'
import { mePath, profile } from '../shared/profile.ts'

const optionalFields = {
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
    rests: [
      { rest: ['me after the rename'], on: ['rename'], was: 'accepted' },
      { rest: ['me after clearing'], on: ['clear'], was: 'accepted' },
    ],
  },
  async function* ({ ask, register, login, account }) {
    const customer = account()
    const documented = documentedCustomer(customer)
    const full = { ...documented, customer: { ...documented.customer, ...optionalFields } }
    const created = yield* register('create', customer.email, post('/V1/customers', full))
    const token = yield* login('login', customer)
    const me = yield* ask('me', get(mePath, { token }))
    yield* ask('put back', put(mePath, { customer: customerFrom(me) }, { token }))
    const renamed = { ...customer, firstname: 'Janet' }
    yield* ask('rename', put(mePath, profile(renamed, created), { token }))
    yield* ask('me after the rename', get(mePath, { token }))
    const { dob } = optionalFields
    yield* ask('clear', put(mePath, profile(renamed, created, { dob, middlename: null, taxvat: '' }), { token }))
    yield* ask('me after clearing', get(mePath, { token }))
    yield* ask('without a website', put(mePath, profile(renamed, created, { website_id: undefined }), { token }))
  },
)
