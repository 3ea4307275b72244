import { scenario } from '../../src/perform/scenario.ts'
import { get, post, put } from '../../src/target/client/request.ts'
import { minimalCustomer } from '../shared/payload.ts'
import { mePath, profile } from '../shared/profile.ts'

const logIn = (username: string, password: string) => post('/V1/integration/customer/token', { username, password })

export const profileEmail = scenario(
  'profile-email',
  {
    chapter: 'The profile',
    asks: 'a customer takes another e-mail, and at last sends a password hash beside the profile',
    records: [
      'create',
      'login',
      'change the e-mail',
      'me with the earlier token',
      'login with the old e-mail',
      'login with the new e-mail',
      'send a password hash',
      'login after the hash',
    ],
  },
  async ({ ask, register, login, account }) => {
    const customer = account()
    const moved = { ...customer, email: account().email }
    const { password } = customer
    const created = await register('create', customer.email, post('/V1/customers', minimalCustomer(customer)))
    const token = await login('login', customer)
    await register('change the e-mail', moved.email, put(mePath, profile(moved, created), { token }))
    await ask('me with the earlier token', get(mePath, { token }))
    await ask('login with the old e-mail', logIn(customer.email, password))
    await ask('login with the new e-mail', logIn(moved.email, password))
    await ask('send a password hash', put(mePath, { ...profile(moved, created), passwordHash: 'xyz' }, { token }))
    await ask('login after the hash', logIn(moved.email, password))
  },
)
