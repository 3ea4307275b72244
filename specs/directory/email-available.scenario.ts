import { scenario } from '../../src/perform/scenario.ts'
import { post } from '../../src/target/client/request.ts'
import { minimalCustomer } from '../shared/payload.ts'

const isAvailable = (body: Record<string, unknown>) => post('/V1/customers/isEmailAvailable', body)

/** No shop has as many websites: their ids are 16 bits wide. */
const unknownWebsite = 65000

export const emailAvailable = scenario(
  'email-available',
  {
    chapter: 'E-mail availability',
    asks: 'a guest asks whether an e-mail is still free, before and after somebody took it, and asks wrongly',
    records: [
      'free',
      'create',
      'taken',
      'taken in capitals',
      'no e-mail',
      'nonsense',
      'list',
      'website as text',
      'unknown website',
    ],
  },
  async ({ ask, register, account }) => {
    const customer = account()
    const { email } = customer
    await ask('free', isAvailable({ customerEmail: email }))
    const created = await register('create', email, post('/V1/customers', minimalCustomer(customer)))
    const websiteId = created.at('/website_id').value
    await ask('taken', isAvailable({ customerEmail: email, websiteId }))
    await ask('taken in capitals', isAvailable({ customerEmail: email.toUpperCase(), websiteId }))
    await ask('no e-mail', isAvailable({}))
    await ask('nonsense', isAvailable({ customerEmail: 'x' }))
    await ask('list', isAvailable({ customerEmail: [email] }))
    await ask('website as text', isAvailable({ customerEmail: email, websiteId: 'x' }))
    await ask('unknown website', isAvailable({ customerEmail: account().email, websiteId: unknownWebsite }))
  },
  async ({ ask, account }) => {
    const { email } = account()
    await ask('free', isAvailable({ customerEmail: email }))
    await ask('no e-mail', isAvailable({}))
    await ask('list', isAvailable({ customerEmail: [email] }))
    await ask('website as text', isAvailable({ customerEmail: email, websiteId: 'x' }))
  },
)
