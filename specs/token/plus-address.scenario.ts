import { scenario } from '../../src/perform/scenario.ts'
import { get, post } from '../../src/target/client/request.ts'
import { minimalCustomer } from '../shared/payload.ts'
import { mePath } from '../shared/profile.ts'

const login = (username: string, password: string) => post('/V1/integration/customer/token', { username, password })

export const plusAddress = scenario(
  'plus-address',
  {
    chapter: 'Get the token',
    asks: 'customers register with e-mails that differ in a tag after a plus sign or in a dot, and one logs in',
  },
  async function* ({ ask, register, login: logIn, account }) {
    const customer = account()
    const [local = '', domain = ''] = customer.email.split('@')
    const email = `${local.charAt(0).toUpperCase()}${local.slice(1)}+Tag@${domain}`
    const tagged = { ...customer, email }
    yield* register('create', email, post('/V1/customers', minimalCustomer(tagged)))
    const token = yield* logIn('issue', tagged)
    yield* ask('me', get(mePath, { token }))
    yield* ask('without the tag', login(customer.email, customer.password))
    yield* ask('blank in place of the plus', login(email.replace('+', ' '), customer.password))
    yield* register('create without the tag', customer.email, post('/V1/customers', minimalCustomer(customer)))
    const [plain, dotted] = [`${local}x@${domain}`, `${local}.x@${domain}`]
    yield* register('create another', plain, post('/V1/customers', minimalCustomer({ ...customer, email: plain })))
    yield* register('create with a dot', dotted, post('/V1/customers', minimalCustomer({ ...customer, email: dotted })))
  },
)
