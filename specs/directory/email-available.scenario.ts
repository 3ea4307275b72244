import { idAt } from '../../src/perform/given.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { post } from '../../src/target/client/request.ts'
import { minimalCustomer } from '../shared/payload.ts'

const isAvailable = (body: Record<string, unknown>) => post('/V1/customers/isEmailAvailable', body)

/** An id that no website has: website ids are 16 bits wide, and are assigned in order. */
const unknownWebsite = 65000

export const emailAvailable = scenario(
  'email-available',
  {
    chapter: 'E-mail availability',
    asks: 'a guest requests the availability of an e-mail before and after its registration, and sends invalid requests',
    rests: [{ rest: ['taken', 'taken in capitals'], on: ['create'], was: 'accepted' }],
  },
  async function* ({ ask, register, account }) {
    const customer = account()
    const { email } = customer
    yield* ask('free', isAvailable({ customerEmail: email }))
    const created = yield* register('create', email, post('/V1/customers', minimalCustomer(customer)))
    const websiteId = idAt(created, '/website_id')
    yield* ask('taken', isAvailable({ customerEmail: email, websiteId }))
    yield* ask('taken in capitals', isAvailable({ customerEmail: email.toUpperCase(), websiteId }))
    yield* ask('no e-mail', isAvailable({}))
    yield* ask('nonsense', isAvailable({ customerEmail: 'x' }))
    yield* ask('list', isAvailable({ customerEmail: [email] }))
    yield* ask('website as text', isAvailable({ customerEmail: email, websiteId: 'x' }))
    yield* ask('unknown website', isAvailable({ customerEmail: account().email, websiteId: unknownWebsite }))
  },
  async function* ({ ask, account }) {
    const { email } = account()
    yield* ask('free', isAvailable({ customerEmail: email }))
    yield* ask('no e-mail', isAvailable({}))
    yield* ask('list', isAvailable({ customerEmail: [email] }))
    yield* ask('website as text', isAvailable({ customerEmail: email, websiteId: 'x' }))
  },
)
