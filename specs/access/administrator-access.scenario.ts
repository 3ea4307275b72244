import { blocked, Halted, idFrom } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { del, get, post } from '../../src/target/client/request.ts'
import { minimalCustomer } from '../shared/payload.ts'
import { mePath } from '../shared/profile.ts'

export const administratorAccess = scenario(
  'administrator-access',
  {
    chapter: 'Access',
    asks: 'an administrator reads a customer, calls a customer’s own route, and deletes an account with a valid token',
    needs: ['admin'],
  },
  async function* ({ ask, register, login: logIn, account, admin }) {
    const customer = account()
    const created = yield* register('create', customer.email, post('/V1/customers', minimalCustomer(customer)))
    const path = `/V1/customers/${idFrom(created)}`
    const token = yield* logIn('issue', customer)
    yield* ask('by id', get(path, { token: admin() }))
    // Only by GET: an administrator's PUT on this route creates a customer.
    yield* ask('me as administrator', get(mePath, { token: admin() }))
    yield* ask('me', get(mePath, { token }))
    const deletion = yield* ask('delete', del(path, { token: admin() }))
    if (deletion.status === 401) throw new Halted(mayNotDelete)
    if (deletion.status !== 200) throw blocked(deletion, 'deleting the account')
    yield* ask('me of the deleted', get(mePath, { token }))
    const { email, password } = customer
    yield* ask('login of the deleted', post('/V1/integration/customer/token', { username: email, password }))
  },
)

const mayNotDelete = {
  kind: 'untestable',
  power: 'admin',
  why: 'the run’s administrator may not delete customers',
  setting: 'give it the permission Magento_Customer::delete (in 2.4.0 and before 2.3.6 ::manage)',
} as const
