import { randomLetters } from '../../src/perform/account.ts'
import { idFrom } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { get, post } from '../../src/target/client/request.ts'
import { documentedAddress, documentedCustomer, minimalCustomer } from '../shared/payload.ts'

export const createAuthority = scenario(
  'create-authority',
  {
    chapter: 'Create a customer',
    asks: 'visitors register with what is not theirs to choose: a group, the ids of another customer, a confirmation key',
    records: [
      'somebody',
      'with group_id',
      'with groupId',
      'with facts of its own',
      'with a bad token',
      'with the id of somebody',
      'with the id and e-mail of somebody',
      'with the address id of somebody',
      'login',
      'as somebody',
      'somebody afterwards',
    ],
  },
  async ({ ask, register, login, account, secret }) => {
    const somebody = account()
    const created = await register('somebody', somebody.email, post('/V1/customers', documentedCustomer(somebody)))
    type Name = 'with group_id' | 'with groupId' | 'with facts of its own' | 'with a bad token'
    type Other = 'with the id of somebody' | 'with the address id of somebody' | 'as somebody'
    const create = (name: Name | Other, changes: Record<string, unknown>, token?: string) => {
      const visitor = account()
      const options = token === undefined ? {} : { token }
      return register(name, visitor.email, post('/V1/customers', minimalCustomer(visitor, changes), options))
    }

    const group = created.at('/group_id').value === 3 ? 2 : 3
    await create('with group_id', { group_id: group })
    await create('with groupId', { groupId: group })
    const key = secret(randomLetters(32))
    await create('with facts of its own', {
      created_in: 'Nowhere',
      confirmation: key,
      custom_attributes: [
        { attribute_code: 'rp_token', value: 'x' },
        { attribute_code: 'password_hash', value: 'x' },
        { attribute_code: 'group_id', value: group },
      ],
    })
    await create('with a bad token', {}, 'garbage')

    const id = idFrom(created)
    await create('with the id of somebody', { id })
    const { email } = somebody
    const taken = minimalCustomer({ ...account(), email }, { id })
    await register('with the id and e-mail of somebody', email, post('/V1/customers', taken))
    const address = documentedAddress({ id: created.at('/addresses/0/id').value, customer_id: id, city: 'Albany' })
    await create('with the address id of somebody', { addresses: [address] })

    const token = await login('login', somebody)
    await create('as somebody', {}, token)
    await ask('somebody afterwards', get('/V1/customers/me', { token }))
  },
)
