import { scenario } from '../../src/perform/scenario.ts'
import { get, post } from '../../src/target/client/request.ts'
import { minimalCustomer } from '../shared/payload.ts'

const tokenPath = '/V1/integration/customer/token'

export const xml = scenario(
  'xml',
  {
    chapter: 'Content negotiation',
    asks: 'a customer registers, first with an unsupported `Accept`, and then sends and accepts XML',
  },
  async function* ({ ask, register, login, account }) {
    const customer = account()
    const { email, password } = customer
    const create = post('/V1/customers', minimalCustomer(customer))
    yield* register('create for HTML', email, { ...create, headers: { accept: 'text/html' } })
    yield* register('create', email, create)
    const token = yield* login('login', customer)
    const body = `<login><username>${email}</username><password>${password}</password></login>`
    const both = { accept: 'application/xml', 'content-type': 'application/xml' }
    yield* ask('login in XML', post(tokenPath, undefined, { body, headers: both }))
    yield* ask('me', get('/V1/customers/me', { token }))
    yield* ask('me in XML', get('/V1/customers/me', { token, headers: { accept: 'application/xml' } }))
  },
)
