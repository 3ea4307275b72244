import { randomLetters } from '../../src/perform/account.ts'
import { idAt } from '../../src/perform/given.ts'
import { idFrom } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { get, post } from '../../src/target/client/request.ts'
import { documentedAddress, documentedCustomer, minimalCustomer } from '../shared/payload.ts'
import { otherGroup } from '../shared/profile.ts'

export const createAuthority = scenario(
  'create-authority',
  {
    chapter: 'Create a customer',
    asks: 'visitors register with fields they may not set: a group, the ids of another customer, a confirmation key',
  },
  async function* ({ ask, register, login, account, secret }) {
    const somebody = account()
    const created = yield* register('somebody', somebody.email, post('/V1/customers', documentedCustomer(somebody)))
    type Name = 'with group_id' | 'with groupId' | 'with facts of its own' | 'with a bad token'
    type Other = 'with the id of somebody' | 'with the address id of somebody' | 'as somebody'
    const create = (name: Name | Other, changes: Record<string, unknown>, token?: string) => {
      const visitor = account()
      const options = token === undefined ? {} : { token }
      return register(name, visitor.email, post('/V1/customers', minimalCustomer(visitor, changes), options))
    }

    const group = otherGroup(created)
    yield* create('with group_id', { group_id: group })
    yield* create('with groupId', { groupId: group })
    const key = secret(randomLetters(32))
    yield* create('with facts of its own', {
      created_in: 'Nowhere',
      confirmation: key,
      custom_attributes: [
        { attribute_code: 'rp_token', value: 'x' },
        { attribute_code: 'password_hash', value: 'x' },
        { attribute_code: 'group_id', value: group },
      ],
    })
    yield* create('with a bad token', {}, 'garbage')

    const id = idFrom(created)
    yield* create('with the id of somebody', { id })
    const { email } = somebody
    const taken = minimalCustomer({ ...account(), email }, { id })
    yield* register('with the id and e-mail of somebody', email, post('/V1/customers', taken))
    const address = documentedAddress({ id: idAt(created, '/addresses/0/id'), customer_id: id, city: 'Albany' })
    yield* create('with the address id of somebody', { addresses: [address] })

    const token = yield* login('login', somebody)
    yield* create('as somebody', {}, token)
    yield* ask('somebody afterwards', get('/V1/customers/me', { token }))
  },
)
