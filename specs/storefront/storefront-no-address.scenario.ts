import { idAt } from '../../src/perform/given.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { get, post, put } from '../../src/target/client/request.ts'
import { minimalCustomer } from '../shared/payload.ts'
import { enter, storefront } from './storefront.ts'

export const storefrontNoAddress = scenario(
  'storefront-no-address',
  {
    chapter: 'Storefront',
    asks: 'a customer without addresses opens the account and the address book, and a script calls REST in that session',
    needs: ['storefront'],
    rests: [{ rest: ['account after the change'], on: ['change'], was: 'accepted' }],
  },
  async function* ({ ask, register, login, account, visitor, form, without, storefrontIsElsewhere }) {
    const customer = account()
    yield* register('create', customer.email, post('/V1/customers', minimalCustomer(customer)))
    const token = yield* login('token', customer)
    const profile = yield* ask('profile', get('/V1/customers/me', { token }))
    const guest = visitor()
    yield* enter(guest, form, customer)
    yield* guest.visit('address book', storefront.addressBook)
    yield* guest.visit('new address', storefront.newAddress)
    const { email, firstname } = customer
    const changed = { email, firstname, lastname: 'Changed', websiteId: idAt(profile, '/website_id') }
    yield* ask('change', put('/V1/customers/me', { customer: changed }, { token }))
    yield* guest.visit('account after the change', storefront.account)
    if (storefrontIsElsewhere) return without(elsewhere, 'profile in the session', 'profile in the session by a script')
    const { cookie } = guest
    yield* ask('profile in the session', get('/V1/customers/me', { headers: { cookie } }))
    const byScript = { cookie, 'x-requested-with': 'XMLHttpRequest' }
    yield* ask('profile in the session by a script', get('/V1/customers/me', { headers: byScript }))
  },
)

const elsewhere = {
  kind: 'inapplicable',
  why: 'the storefront and the API have different hosts, and the session cookie is valid for the storefront only',
} as const
