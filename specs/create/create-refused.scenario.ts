import type { Account } from '../../src/perform/account.ts'
import { scenario } from '../../src/perform/scenario.ts'
import type { Stage } from '../../src/perform/stage.ts'
import { post } from '../../src/target/client/request.ts'
import { minimalCustomer } from '../shared/payload.ts'

const incomplete = [
  'without customer',
  'without first name',
  'without last name',
  'with empty names',
  'empty e-mail',
  'without e-mail',
  'without e-mail and password',
] as const

/** @returns who left the last name out */
async function registerIncomplete({ register, account }: Stage<(typeof incomplete)[number]>): Promise<Account> {
  const customer = account()
  const { email, password } = customer
  const create = (name: Parameters<typeof register>[0], changes: Record<string, unknown>, visitor = account()) =>
    register(name, visitor.email, post('/V1/customers', minimalCustomer(visitor, changes)))

  await register('without customer', email, post('/V1/customers', { password }))
  // A key with no value is not sent.
  await create('without first name', { firstname: undefined })
  const forgetful = account()
  await create('without last name', { lastname: undefined }, forgetful)
  await create('with empty names', { firstname: '', lastname: '' })
  await create('empty e-mail', { email: '' })
  const nameless = minimalCustomer(customer, { email: undefined })
  await register('without e-mail', email, post('/V1/customers', nameless))
  await register('without e-mail and password', email, post('/V1/customers', { customer: nameless.customer }))
  return forgetful
}

export const createRefused = scenario(
  'create-refused',
  {
    chapter: 'Create a customer',
    asks: 'a visitor registers without what is needed, and twice at the same moment',
    records: [...incomplete, 'with the last name after all', 'one of two', 'other of two'],
  },
  async (stage) => {
    const { register, account } = stage
    const forgetful = await registerIncomplete(stage)
    await register('with the last name after all', forgetful.email, post('/V1/customers', minimalCustomer(forgetful)))

    const twin = account()
    await Promise.all([
      register('one of two', twin.email, post('/V1/customers', minimalCustomer(twin))),
      register('other of two', twin.email, post('/V1/customers', minimalCustomer(twin))),
    ])
  },
  async (stage) => {
    await registerIncomplete(stage)
  },
)
