import { strongPassword } from '../../src/perform/account.ts'
import { idFrom } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { put } from '../../src/target/client/request.ts'
import { create, logIn } from '../shared/password-requests.ts'

export const changeForAnother = scenario(
  'change-password-of-another',
  {
    chapter: 'Change the password',
    asks: 'a customer changes the own password with a request that contains another customer’s id',
    rests: [{ rest: ['id in the query'], on: ['id in the body'], was: 'accepted' }],
  },
  async function* ({ ask, register, login, account, secret }) {
    const customer = account()
    const other = account()
    const chosen = secret(strongPassword())
    const customerId = idFrom(yield* register('create another', other.email, create(other)))
    yield* register('create', customer.email, create(customer))
    const token = yield* login('token', customer)
    yield* login('password of the other before', other)
    const body = { customerId, currentPassword: customer.password, newPassword: chosen }
    yield* ask('id in the body', put('/V1/customers/me/password', body, { token }))
    const again = { currentPassword: chosen, newPassword: chosen }
    yield* ask('id in the query', put(`/V1/customers/me/password?customerId=${customerId}`, again, { token }))
    yield* ask('password of the other', logIn(other))
    yield* ask('chosen password of the other', logIn({ email: other.email, password: chosen }))
  },
)
