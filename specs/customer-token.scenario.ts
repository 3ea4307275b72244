import { get, post } from '../src/client/request.ts'
import { tokenFrom } from '../src/perform/halt.ts'
import { scenario } from '../src/perform/scenario.ts'
import { documentedCustomer } from './payload.ts'

const login = (username: string, password: string) => post('/V1/integration/customer/token', { username, password })

export const customerToken = scenario(
  'customer-token',
  {
    chapter: 'Get the token',
    asks: 'a customer logs in, rightly and wrongly, and uses what came back',
    records: [
      'create',
      'issue',
      'me',
      'issue again',
      'me with the first token',
      'me with the second token',
      'e-mail in capitals',
      'wrong password',
      'password in other case',
      'unknown e-mail',
      'no credentials',
      'no password',
      'empty credentials',
    ],
  },
  async ({ ask, register, login: logIn, account, secret }) => {
    const customer = account()
    const { email, password } = customer
    await register('create', email, post('/V1/customers', documentedCustomer(customer)))
    const token = await logIn('issue', customer)
    await ask('me', get('/V1/customers/me', { token }))
    const second = tokenFrom(await ask('issue again', login(email, password)))
    await ask('me with the first token', get('/V1/customers/me', { token }))
    await ask('me with the second token', get('/V1/customers/me', { token: second }))
    await ask('e-mail in capitals', login(email.toUpperCase(), password))
    await ask('wrong password', login(email, secret(`${password}x`)))
    await ask('password in other case', login(email, secret(password.toLowerCase())))
    await ask('unknown e-mail', login(account().email, password))
    await ask('no credentials', post('/V1/integration/customer/token', {}))
    await ask('no password', post('/V1/integration/customer/token', { username: email }))
    await ask('empty credentials', login('', ''))
  },
)
