import { randomLetters } from '../../src/perform/account.ts'
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
    asks: 'a customer logs in, rightly and wrongly, and uses what came back',
    records: [
      'create',
      'issue',
      'issue again',
      'me',
      'me with the second token',
      'wrong password',
      'unknown e-mail',
      'password in other case',
      'blank behind the password',
      'e-mail in capitals',
      'blank behind the e-mail',
      'blanks around the e-mail',
      'e-mail as a pattern',
      'password of true',
      'wrong password in XML',
      'no credentials',
      'no password',
      'e-mail instead of username',
      'empty credentials',
      'null credentials',
      'lists',
      'numbers',
      'injection',
      'get',
      'extra keys',
      'with a useless token',
      'through all',
      'in the query',
      'me with the cookies',
    ],
  },
  async ({ ask, register, login: logIn, account, secret }) => {
    const customer = account()
    const { email, password } = customer
    await register('create', email, post('/V1/customers', documentedCustomer(customer)))
    await ask('no credentials', post(route, {}))
    await ask('no password', post(route, { username: email }))
    await ask('e-mail instead of username', post(route, { email, password }))
    await ask('empty credentials', login('', ''))
    await ask('null credentials', login(null, null))
    await ask('lists', login([email], [password]))
    await ask('numbers', login(randomNumber(), randomNumber()))
    const trick = `${randomLetters(8)}' or '1'='1`
    await ask('injection', login(trick, secret(trick)))
    await ask('get', get(route))
    await ask('unknown e-mail', login(account().email, password))

    const token = await logIn('issue', customer)
    const again = await ask('issue again', login(email, password))
    await ask('me', get('/V1/customers/me', { token }))
    await ask(
      'me with the second token',
      get('/V1/customers/me', { token: again.status === 200 ? String(again.json) : 'none' }),
    )

    await ask('wrong password', login(email, secret(`${password}x`)))
    await ask('password in other case', login(email, secret(password.charAt(0).toLowerCase() + password.slice(1))))
    await ask('blank behind the password', login(email, secret(`${password} `)))
    await ask('e-mail in capitals', login(email.toUpperCase(), password))
    await ask('blank behind the e-mail', login(`${email} `, password))
    await ask('blanks around the e-mail', login(` ${email} `, password))

    await ask('extra keys', post(route, { username: email, password, surprise: 1 }))
    await ask('with a useless token', post(route, { username: email, password }, { token: 'garbage' }))
    await ask('through all', post(route, { username: email, password }, { store: 'all' }))
    const query = new URLSearchParams({ username: email, password })
    await ask('in the query', post(`${route}?${query}`, {}))
    // Last, as each is a failure of this account, and a shop may lock one after five.
    await ask('e-mail as a pattern', login(`%${email.slice(1)}`, password))
    await ask('password of true', login(email, true))
    const body = `<login><username>${email}</username><password>${secret(`${password}y`)}</password></login>`
    await ask('wrong password in XML', post(route, undefined, { body, headers: { 'content-type': 'application/xml' } }))
    const cookie = again
      .headers('set-cookie')
      .map((set) => set.split(';')[0] ?? '')
      .filter((pair) => !pair.endsWith('=deleted'))
      .join('; ')
    const headers = { ...(cookie ? { cookie } : {}), 'x-requested-with': 'XMLHttpRequest' }
    await ask('me with the cookies', get('/V1/customers/me', { headers }))
  },
  async ({ ask, login: logIn, account, customer }) => {
    const { email, password } = customer()
    await ask('no credentials', post(route, {}))
    await ask('no password', post(route, { username: email }))
    await ask('e-mail instead of username', post(route, { email, password }))
    await ask('unknown e-mail', login(account().email, wrongPassword))
    await logIn('issue', customer())
    await ask('wrong password', login(email, wrongPassword))
  },
)

/** A user name nobody has: failures are counted by name, and these must harm nobody. */
function randomNumber(): number {
  return Math.floor(1e9 + Math.random() * 9e9)
}
