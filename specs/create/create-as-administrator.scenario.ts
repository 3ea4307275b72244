import { idAt } from '../../src/perform/given.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { post, put } from '../../src/target/client/request.ts'
import { minimalCustomer } from '../shared/payload.ts'

export const createAsAdministrator = scenario(
  'create-as-administrator',
  {
    chapter: 'Create a customer',
    asks: 'an administrator registers customers and sets their group',
    needs: ['admin'],
  },
  async function* ({ ask, register, account, adminByToken }) {
    const token = adminByToken()
    type Name = 'plain' | 'in the default group' | 'in an unknown group'
    const create = (name: Name, changes: Record<string, unknown> = {}) => {
      const customer = account()
      return register(name, customer.email, post('/V1/customers', minimalCustomer(customer, changes), { token }))
    }
    const plain = yield* create('plain')
    yield* create('in the default group', { group_id: idAt(plain, '/group_id') })
    yield* create('in an unknown group', { group_id: 9_999_999 })
    yield* ask('permission', put('/V1/customers/validate', minimalCustomer(account()), { token }))
  },
)
