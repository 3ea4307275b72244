import { scenario } from '../../src/perform/scenario.ts'
import { get, post } from '../../src/target/client/request.ts'
import { documentedCustomer } from '../shared/payload.ts'
import { filtered } from './search-request.ts'

export const administrationSearch = scenario(
  'administration-search',
  {
    chapter: 'Administration',
    asks: 'an administrator searches for customers by e-mails of the run',
    needs: ['admin'],
    rests: [{ rest: ['by e-mail', 'in camelCase', 'beyond the end'], on: ['create'], was: 'accepted' }],
  },
  async function* ({ ask, register, account, admin }) {
    const customer = account()
    const { email } = customer
    const token = admin()
    yield* register('create', email, post('/V1/customers', documentedCustomer(customer)))
    yield* ask('by e-mail', get(filtered('email', email), { token }))
    yield* ask('in camelCase', get(filtered('email', email, ['filterGroups', 'conditionType']), { token }))
    yield* ask('nobody', get(filtered('email', account().email), { token }))
    const second = '&searchCriteria[pageSize]=1&searchCriteria[currentPage]=2'
    yield* ask('beyond the end', get(filtered('email', email, undefined, second), { token }))
    yield* ask('unknown field', get(filtered('no_such_field', email), { token }))
    yield* ask('without criteria', get('/V1/customers/search', { token }))
  },
)
