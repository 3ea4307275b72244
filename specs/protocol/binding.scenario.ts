import { randomInt } from 'node:crypto'
import { scenario } from '../../src/perform/scenario.ts'
import { post } from '../../src/target/client/request.ts'
import { isAvailableWith } from './anyone.ts'

export const binding = scenario(
  'binding',
  {
    chapter: 'Binding parameters',
    asks: 'parameters are sent in both spellings, twice, in the query, with wrong types, as null, or omitted',
  },
  async function* ({ ask, account }) {
    const customerEmail = account().email
    yield* ask('snake_case', isAvailableWith({ customer_email: customerEmail }))
    // The error for a wrong type repeats the value, which shows which of several values was used.
    yield* ask('both spellings', isAvailableWith({ customerEmail, websiteId: 'camel', website_id: 'snake' }))
    yield* ask(
      'both spellings, the other way round',
      isAvailableWith({ website_id: 'snake', websiteId: 'camel', customerEmail }),
    )
    yield* ask('unknown field', isAvailableWith({ customerEmail, surprise: { at: ['all'] } }))
    yield* ask('in the query only', isAvailableWith({}, `?customerEmail=${encodeURIComponent(customerEmail)}`))
    yield* ask('in the query too', isAvailableWith({ customerEmail, websiteId: 'body' }, '?websiteId=query'))
    yield* ask('list for a text', isAvailableWith({ customerEmail: [customerEmail] }))
    yield* ask('text for a number', isAvailableWith({ customerEmail, websiteId: 'x' }))
    yield* ask('missing', isAvailableWith({}))
    yield* ask('null', isAvailableWith({ customerEmail: null }))
    yield* ask('three missing', post('/V1/customers/resetPassword', {}))
    const numbers = { username: randomInt(1e6, 1e9), password: randomInt(10, 100) }
    yield* ask('numbers for texts', post('/V1/integration/customer/token', numbers))
  },
)
