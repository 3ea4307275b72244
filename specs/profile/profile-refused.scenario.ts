import { scenario } from '../../src/perform/scenario.ts'
import { get, post, put } from '../../src/target/client/request.ts'
import { minimalCustomer } from '../shared/payload.ts'
import { mePath, profile } from '../shared/profile.ts'

export const profileRefused = scenario(
  'profile-refused',
  {
    chapter: 'The profile',
    asks: 'a customer sends invalid updates of the profile, each with another first name, which must not be stored',
    rests: [
      {
        rest: ['me'],
        on: [
          'without a token',
          'no last name',
          'no first name',
          'no e-mail',
          'no customer',
          'e-mail of the other',
          'e-mail of the other in capitals',
          'e-mail without @',
        ],
        was: 'refused',
      },
    ],
  },
  async function* ({ ask, register, login, account }) {
    const customer = account()
    const other = account()
    const created = yield* register('create', customer.email, post('/V1/customers', minimalCustomer(customer)))
    yield* register('create the other', other.email, post('/V1/customers', minimalCustomer(other)))
    yield* ask('without a token', put(mePath, profile(customer, created, { firstname: 'Nobody' })))
    const token = yield* login('login', customer)
    const change = (changes: Record<string, unknown>) =>
      put(mePath, profile(customer, created, { firstname: 'Nobody', ...changes }), { token })
    yield* ask('no last name', change({ lastname: undefined }))
    yield* ask('no first name', change({ firstname: undefined }))
    yield* ask('no e-mail', change({ email: undefined }))
    yield* ask('no customer', put(mePath, {}, { token }))
    yield* ask('e-mail of the other', change({ email: other.email }))
    yield* ask('e-mail of the other in capitals', change({ email: other.email.toUpperCase() }))
    yield* ask('e-mail without @', change({ email: customer.email.replace('@', '.at.') }))
    yield* ask('me', get(mePath, { token }))
  },
  async function* ({ ask, login, customer }) {
    // Some older releases refuse an update without a website id.
    const { email, firstname, lastname, websiteId } = customer()
    yield* ask('without a token', put(mePath, { customer: { email, firstname, lastname, websiteId } }))
    const token = yield* login('login', customer())
    const change = (changed: Record<string, unknown>) => put(mePath, { customer: { websiteId, ...changed } }, { token })
    yield* ask('no last name', change({ email, firstname }))
    yield* ask('no first name', change({ email, lastname }))
    yield* ask('no e-mail', change({ firstname, lastname }))
    yield* ask('no customer', put(mePath, {}, { token }))
  },
)
