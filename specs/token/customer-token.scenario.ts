import { randomLetters } from '../../src/perform/account.ts'
import { tokenAt } from '../../src/perform/given.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { get, post } from '../../src/target/client/request.ts'
import { wrongPassword } from '../shared/designated.ts'
import { documentedCustomer } from '../shared/payload.ts'

const route = '/V1/integration/customer/token'
const login = (username: unknown, password: unknown) => post(route, { username, password })

export const customerToken = scenario(
  'customer-token',
  {
    chapter: 'Get the token',
    asks: 'a customer logs in with right and wrong credentials and uses the token',
  },
  async function* ({ ask, register, login: logIn, account, secret, nextSecond }) {
    const customer = account()
    const { email, password } = customer
    yield* register('create', email, post('/V1/customers', documentedCustomer(customer)))
    yield* ask('no credentials', post(route, {}))
    yield* ask('no password', post(route, { username: email }))
    yield* ask('e-mail instead of username', post(route, { email, password }))
    yield* ask('empty credentials', login('', ''))
    yield* ask('null credentials', login(null, null))
    yield* ask('lists', login([email], [password]))
    yield* ask('numbers', login(randomNumber(), randomNumber()))
    const trick = `${randomLetters(8)}' or '1'='1`
    yield* ask('injection', login(trick, secret(trick)))
    yield* ask('get', get(route))
    yield* ask('unknown e-mail', login(account().email, password))

    const token = yield* logIn('issue', customer)
    // Two logins within one second return the same JSON Web Token; requirements about two tokens need different ones.
    await nextSecond()
    const again = yield* ask('issue again', login(email, password))
    yield* ask('issue at once', login(email, password))
    yield* ask('me', get('/V1/customers/me', { token }))
    yield* ask('me with the second token', get('/V1/customers/me', { token: tokenAt(again) }))

    yield* ask('wrong password', login(email, secret(`${password}x`)))
    yield* ask('password in other case', login(email, secret(password.charAt(0).toLowerCase() + password.slice(1))))
    yield* ask('blank behind the password', login(email, secret(`${password} `)))
    yield* ask('e-mail in capitals', login(email.toUpperCase(), password))
    yield* ask('blank behind the e-mail', login(`${email} `, password))
    yield* ask('blanks around the e-mail', login(` ${email} `, password))

    yield* ask('extra keys', post(route, { username: email, password, surprise: 1 }))
    yield* ask('with a useless token', post(route, { username: email, password }, { token: 'garbage' }))
    yield* ask('through all', post(route, { username: email, password }, { store: 'all' }))
    const query = new URLSearchParams({ username: email, password })
    yield* ask('in the query', post(`${route}?${query}`, {}))
    // Last, because each is a failed login of this account, and a shop may lock it after five.
    yield* ask('e-mail as a pattern', login(`%${email.slice(1)}`, password))
    yield* ask('password of true', login(email, true))
    const body = `<login><username>${email}</username><password>${secret(`${password}y`)}</password></login>`
    yield* ask(
      'wrong password in XML',
      post(route, undefined, { body, headers: { 'content-type': 'application/xml' } }),
    )
    const cookie = again
      .headers('set-cookie')
      .map((set) => set.split(';')[0] ?? '')
      .filter((pair) => !pair.endsWith('=deleted'))
      .join('; ')
    const headers = { ...(cookie ? { cookie } : {}), 'x-requested-with': 'XMLHttpRequest' }
    yield* ask('me with the cookies', get('/V1/customers/me', { headers }))
  },
  async function* ({ ask, login: logIn, account, customer }) {
    const { email, password } = customer()
    yield* ask('no credentials', post(route, {}))
    yield* ask('no password', post(route, { username: email }))
    yield* ask('e-mail instead of username', post(route, { email, password }))
    yield* ask('unknown e-mail', login(account().email, wrongPassword))
    yield* logIn('issue', customer())
    yield* ask('wrong password', login(email, wrongPassword))
  },
)

/** A user name that no account has: failures are counted by name, and must not affect another account. */
function randomNumber(): number {
  return Math.floor(1e9 + Math.random() * 9e9)
}
