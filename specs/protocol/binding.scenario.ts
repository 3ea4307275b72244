import { randomInt } from 'node:crypto'
import { scenario } from '../../src/perform/scenario.ts'
import { post } from '../../src/target/client/request.ts'
import { isAvailableWith } from './anyone.ts'

export const binding = scenario(
  'binding',
  {
    chapter: 'Binding parameters',
    asks: 'parameters come in both spellings, twice, from the query, with values of wrong types, as null and not at all',
    records: [
      'snake_case',
      'both spellings',
      'both spellings, the other way round',
      'unknown field',
      'in the query only',
      'in the query too',
      'list for a text',
      'text for a number',
      'missing',
      'null',
      'three missing',
      'numbers for texts',
    ],
  },
  async ({ ask, account }) => {
    const customerEmail = account().email
    await ask('snake_case', isAvailableWith({ customer_email: customerEmail }))
    // A value of a wrong type is echoed, which shows which of several was taken.
    await ask('both spellings', isAvailableWith({ customerEmail, websiteId: 'camel', website_id: 'snake' }))
    await ask(
      'both spellings, the other way round',
      isAvailableWith({ website_id: 'snake', websiteId: 'camel', customerEmail }),
    )
    await ask('unknown field', isAvailableWith({ customerEmail, surprise: { at: ['all'] } }))
    await ask('in the query only', isAvailableWith({}, `?customerEmail=${encodeURIComponent(customerEmail)}`))
    await ask('in the query too', isAvailableWith({ customerEmail, websiteId: 'body' }, '?websiteId=query'))
    await ask('list for a text', isAvailableWith({ customerEmail: [customerEmail] }))
    await ask('text for a number', isAvailableWith({ customerEmail, websiteId: 'x' }))
    await ask('missing', isAvailableWith({}))
    await ask('null', isAvailableWith({ customerEmail: null }))
    await ask('three missing', post('/V1/customers/resetPassword', {}))
    const numbers = { username: randomInt(1e6, 1e9), password: randomInt(10, 100) }
    await ask('numbers for texts', post('/V1/integration/customer/token', numbers))
  },
)
