import { scenario } from '../../src/perform/scenario.ts'
import { get, post, put } from '../../src/target/client/request.ts'
import { minimalCustomer } from '../shared/payload.ts'
import { mePath, profile } from '../shared/profile.ts'
import { withPlusAndCapitals } from '../shared/real-data.ts'

const logIn = (username: string, password: string) => post('/V1/integration/customer/token', { username, password })

export const profileEmail = scenario(
  'profile-email',
  {
    chapter: 'The profile',
    asks: 'a customer changes the e-mail, and sends a password hash with the profile',
    rests: [
      {
        rest: [
          'me with the earlier token',
          'login with the old e-mail',
          'login with the new e-mail',
          'send a password hash',
          'login after the hash',
        ],
        on: ['change the e-mail'],
        was: 'accepted',
      },
    ],
  },
  async function* ({ ask, register, login, account }) {
    const customer = account()
    const moved = { ...customer, email: account().email }
    const { password } = customer
    const created = yield* register('create', customer.email, post('/V1/customers', minimalCustomer(customer)))
    const token = yield* login('login', customer)
    yield* register('change the e-mail', moved.email, put(mePath, profile(moved, created), { token }))
    yield* ask('me with the earlier token', get(mePath, { token }))
    yield* ask('login with the old e-mail', logIn(customer.email, password))
    yield* ask('login with the new e-mail', logIn(moved.email, password))
    const tagged = { ...moved, email: withPlusAndCapitals(account().email) }
    yield* register('change to one with a tag', tagged.email, put(mePath, profile(tagged, created), { token }))
    yield* ask('me with the tag', get(mePath, { token }))
    yield* ask('login with the tag', logIn(tagged.email, password))
    yield* register('change back', moved.email, put(mePath, profile(moved, created), { token }))
    yield* ask('send a password hash', put(mePath, { ...profile(moved, created), passwordHash: 'xyz' }, { token }))
    yield* ask('login after the hash', logIn(moved.email, password))
  },
)
