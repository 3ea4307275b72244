import { scenario } from '../../src/perform/scenario.ts'
import { get, post } from '../../src/target/client/request.ts'
import { documentedCustomer } from '../shared/payload.ts'

const filtered = (field: string, value: string, keys = ['filter_groups', 'condition_type'], more = '') => {
  const filter = `searchCriteria[${keys[0]}][0][filters][0]`
  const query = `${filter}[field]=${field}&${filter}[value]=${encodeURIComponent(value)}&${filter}[${keys[1]}]=eq`
  return `/V1/customers/search?${query}${more}`
}

export const administrationSearch = scenario(
  'administration-search',
  {
    chapter: 'Administration',
    asks: 'an administrator searches customers, always by an e-mail of the run: a real shop has many',
    needs: ['admin'],
    records: ['create', 'by e-mail', 'in camelCase', 'nobody', 'beyond the end', 'unknown field', 'without criteria'],
  },
  async ({ ask, register, account, admin }) => {
    const customer = account()
    const { email } = customer
    const token = admin()
    await register('create', email, post('/V1/customers', documentedCustomer(customer)))
    await ask('by e-mail', get(filtered('email', email), { token }))
    await ask('in camelCase', get(filtered('email', email, ['filterGroups', 'conditionType']), { token }))
    await ask('nobody', get(filtered('email', account().email), { token }))
    const second = '&searchCriteria[pageSize]=1&searchCriteria[currentPage]=2'
    await ask('beyond the end', get(filtered('email', email, undefined, second), { token }))
    await ask('unknown field', get(filtered('no_such_field', email), { token }))
    await ask('without criteria', get('/V1/customers/search', { token }))
  },
)
