import { idFrom } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { type AskOptions, del, get, post, put } from '../../src/target/client/request.ts'
import { anotherSite } from '../shared/another-site.ts'
import { minimalCustomer } from '../shared/payload.ts'
import { mePath } from '../shared/profile.ts'
import { forger } from './forged-tokens.ts'

export const customerAccess = scenario(
  'customer-access',
  {
    chapter: 'Access',
    asks: 'guests, customers and forged tokens try permitted and forbidden requests',
  },
  async function* ({ ask, register, login: logIn, account, secret }) {
    const me = (options: AskOptions) => get(mePath, options)
    const bearing = (authorization: string) => me({ headers: { authorization } })
    const list = '/V1/customers/search?searchCriteria[pageSize]=1&fields=total_count'
    const available = { customerEmail: account().email }
    const anonymous = (token: string) => post('/V1/customers/isEmailAvailable', available, { token })
    yield* ask('no token', me({}))
    yield* ask('garbage', me({ token: 'garbage' }))
    yield* ask('empty token', bearing('Bearer '))
    yield* ask('anonymous with a useless token', anonymous('garbage'))
    yield* ask('guest list', get(list))
    const other = account()
    const others = idFrom(yield* register('create another', other.email, post('/V1/customers', minimalCustomer(other))))
    yield* ask('guest by id', get(`/V1/customers/${others}`))
    yield* ask('guest delete', del(`/V1/customers/${others}`))

    const customer = account()
    const own = idFrom(yield* register('create', customer.email, post('/V1/customers', minimalCustomer(customer))))
    const token = yield* logIn('issue', customer)
    yield* ask('as basic', bearing(`Basic ${token}`))
    yield* ask('without a scheme', bearing(token))
    yield* ask('after two blanks', bearing(`Bearer  ${token}`))
    yield* ask('in quotes', bearing(`Bearer "${token}"`))
    yield* ask('lower-case scheme', bearing(`bearer ${token}`))
    const { cut, capitals, forge, sign } = forger(token, own, secret)
    yield* ask('cut token', me({ token: cut }))
    yield* ask('token in capitals', me({ token: capitals }))
    yield* ask('token in the query', get(`${mePath}?access_token=${token}&token=${token}`))
    yield* ask('unsigned', me({ token: forge({ header: { alg: 'none' }, signature: '' }) }))
    yield* ask('signed with an empty key', me({ token: sign('') }))
    yield* ask('with the other’s id', me({ token: forge({ claims: { uid: others } }) }))
    yield* ask('with a later expiry', me({ token: forge({ claims: { exp: endOfTime } }) }))
    yield* ask('list as a forged administrator', get(list, { token: forge({ claims: { uid: 1, utypid: 2 } }) }))

    yield* ask('own by id', get(`/V1/customers/${own}`, { token }))
    yield* ask('other by id', get(`/V1/customers/${others}`, { token }))
    yield* ask('list', get(list, { token }))
    const change = { customer: { ...minimalCustomer(other).customer, id: others, firstname: 'Mallory' } }
    yield* ask('change other', put(`/V1/customers/${others}`, change, { token }))
    yield* ask('delete other', del(`/V1/customers/${others}`, { token }))
    yield* ask('anonymous with a token', anonymous(token))
    yield* ask('through all', me({ token, store: 'all' }))
    yield* ask('me from another site', me({ token, headers: { origin: anotherSite } }))
    yield* ask('me at last', me({ token }))
  },
  async function* ({ ask }) {
    yield* ask('no token', get(mePath))
  },
)

/** 2100, in seconds. */
const endOfTime = 4102444800
