import { idFrom } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { type AskOptions, del, get, post, put } from '../../src/target/client/request.ts'
import { minimalCustomer } from '../shared/payload.ts'
import { mePath } from '../shared/profile.ts'
import { forger } from './forged-tokens.ts'

export const customerAccess = scenario(
  'customer-access',
  {
    chapter: 'Access',
    asks: 'guests, customers and forgers try what is theirs and what is not',
    records: [
      'create',
      'issue',
      'create another',
      'no token',
      'garbage',
      'empty token',
      'as basic',
      'without a scheme',
      'after two blanks',
      'in quotes',
      'lower-case scheme',
      'cut token',
      'token in capitals',
      'token in the query',
      'unsigned',
      'signed with an empty key',
      'with the other’s id',
      'with a later expiry',
      'list as a forged administrator',
      'own by id',
      'other by id',
      'list',
      'change other',
      'delete other',
      'guest by id',
      'guest list',
      'guest delete',
      'anonymous with a token',
      'anonymous with a useless token',
      'through all',
      'me at last',
    ],
  },
  async ({ ask, register, login: logIn, account, secret }) => {
    const me = (options: AskOptions) => get(mePath, options)
    const bearing = (authorization: string) => me({ headers: { authorization } })
    const list = '/V1/customers/search?searchCriteria[pageSize]=1&fields=total_count'
    const available = { customerEmail: account().email }
    const anonymous = (token: string) => post('/V1/customers/isEmailAvailable', available, { token })
    await ask('no token', me({}))
    await ask('garbage', me({ token: 'garbage' }))
    await ask('empty token', bearing('Bearer '))
    await ask('anonymous with a useless token', anonymous('garbage'))
    await ask('guest list', get(list))
    const other = account()
    const others = idFrom(await register('create another', other.email, post('/V1/customers', minimalCustomer(other))))
    await ask('guest by id', get(`/V1/customers/${others}`))
    await ask('guest delete', del(`/V1/customers/${others}`))

    const customer = account()
    const own = idFrom(await register('create', customer.email, post('/V1/customers', minimalCustomer(customer))))
    const token = await logIn('issue', customer)
    await ask('as basic', bearing(`Basic ${token}`))
    await ask('without a scheme', bearing(token))
    await ask('after two blanks', bearing(`Bearer  ${token}`))
    await ask('in quotes', bearing(`Bearer "${token}"`))
    await ask('lower-case scheme', bearing(`bearer ${token}`))
    const { cut, capitals, forge, sign } = forger(token, own, secret)
    await ask('cut token', me({ token: cut }))
    await ask('token in capitals', me({ token: capitals }))
    await ask('token in the query', get(`${mePath}?access_token=${token}&token=${token}`))
    await ask('unsigned', me({ token: forge({ header: { alg: 'none' }, signature: '' }) }))
    await ask('signed with an empty key', me({ token: sign('') }))
    await ask('with the other’s id', me({ token: forge({ claims: { uid: others } }) }))
    await ask('with a later expiry', me({ token: forge({ claims: { exp: endOfTime } }) }))
    await ask('list as a forged administrator', get(list, { token: forge({ claims: { uid: 1, utypid: 2 } }) }))

    await ask('own by id', get(`/V1/customers/${own}`, { token }))
    await ask('other by id', get(`/V1/customers/${others}`, { token }))
    await ask('list', get(list, { token }))
    const change = { customer: { ...minimalCustomer(other).customer, id: others, firstname: 'Mallory' } }
    await ask('change other', put(`/V1/customers/${others}`, change, { token }))
    await ask('delete other', del(`/V1/customers/${others}`, { token }))
    await ask('anonymous with a token', anonymous(token))
    await ask('through all', me({ token, store: 'all' }))
    await ask('me at last', me({ token }))
  },
  async ({ ask }) => {
    await ask('no token', get(mePath))
  },
)

/** 2100, in seconds. */
const endOfTime = 4102444800
