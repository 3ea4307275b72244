import { scenario } from '../../src/perform/scenario.ts'
import { get, post } from '../../src/target/client/request.ts'
import { minimalCustomer } from '../shared/payload.ts'

const tokenPath = '/V1/integration/customer/token'

export const xml = scenario(
  'xml',
  {
    chapter: 'Content negotiation',
    asks: 'a customer is created twice, the first time for an answer that cannot be given, and then speaks XML',
    records: ['create for HTML', 'create', 'login', 'login in XML', 'me', 'me in XML'],
  },
  async ({ ask, register, login, account }) => {
    const customer = account()
    const { email, password } = customer
    const create = post('/V1/customers', minimalCustomer(customer))
    await register('create for HTML', email, { ...create, headers: { accept: 'text/html' } })
    await register('create', email, create)
    const token = await login('login', customer)
    const body = `<login><username>${email}</username><password>${password}</password></login>`
    const both = { accept: 'application/xml', 'content-type': 'application/xml' }
    await ask('login in XML', post(tokenPath, undefined, { body, headers: both }))
    await ask('me', get('/V1/customers/me', { token }))
    await ask('me in XML', get('/V1/customers/me', { token, headers: { accept: 'application/xml' } }))
  },
)
