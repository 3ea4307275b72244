import { scenario } from '../../src/perform/scenario.ts'
import type { Stage } from '../../src/perform/stage.ts'
import { together } from '../../src/recording/asked.ts'
import { post } from '../../src/target/client/request.ts'
import { minimalCustomer } from '../shared/payload.ts'

/** Returns the account of the registration without a last name. */
async function* registerIncomplete({ register, account }: Stage) {
  const customer = account()
  const { email, password } = customer
  const create = <const Name extends string>(name: Name, changes: Record<string, unknown>, visitor = account()) =>
    register(name, visitor.email, post('/V1/customers', minimalCustomer(visitor, changes)))

  yield* register('without customer', email, post('/V1/customers', { password }))
  // A key with the value undefined is not sent.
  yield* create('without first name', { firstname: undefined })
  const forgetful = account()
  yield* create('without last name', { lastname: undefined }, forgetful)
  yield* create('with empty names', { firstname: '', lastname: '' })
  yield* create('empty e-mail', { email: '' })
  const nameless = minimalCustomer(customer, { email: undefined })
  yield* register('without e-mail', email, post('/V1/customers', nameless))
  yield* register('without e-mail and password', email, post('/V1/customers', { customer: nameless.customer }))
  return forgetful
}

export const createRefused = scenario(
  'create-refused',
  {
    chapter: 'Create a customer',
    asks: 'a visitor registers without required fields, and twice at the same moment',
    rests: [{ rest: ['with the last name after all'], on: ['without last name'], was: 'refused' }],
  },
  async function* (stage) {
    const { register, account } = stage
    const forgetful = yield* registerIncomplete(stage)
    yield* register('with the last name after all', forgetful.email, post('/V1/customers', minimalCustomer(forgetful)))

    const twin = account()
    yield* together(
      register('one of two', twin.email, post('/V1/customers', minimalCustomer(twin))),
      register('other of two', twin.email, post('/V1/customers', minimalCustomer(twin))),
    )
  },
  async function* (stage) {
    yield* registerIncomplete(stage)
  },
)
