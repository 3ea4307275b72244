import { has, lacks, parseRelease } from '../../release/index.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { get, post } from '../../src/target/client/request.ts'
import { markupProbe } from '../../src/target/storefront/selectors.ts'
import { forgedHost } from '../shared/links.ts'
import { documentedAddress, minimalCustomer } from '../shared/payload.ts'
import { enter, storefront } from './storefront.ts'

/** What a name may hold besides letters differs; an ampersand that is not escaped makes another character of `copy`. */
const awkward = [
  { releases: has('names-with-ampersands'), lastname: "O'Neil &copy Söhne" },
  { releases: lacks('names-are-checked'), lastname: 'O\'Neil &copy "Söhne"' },
] as const

function nameFor(release: string): string {
  return awkward.find(({ releases }) => releases.includes(parseRelease(release)))?.lastname ?? "O'Neil-Søhne"
}

/** From 2.4.9 on a street that holds markup is refused. */
const streetFor = (release: string) =>
  lacks('street-is-checked').includes(parseRelease(release))
    ? [`5 <b class="${markupProbe}">Oak</b> &copy Ave`, '"Rear" & \'Side\'']
    : ['5 Oak &copy Ave', "#2 & 'Side'"]

const address = (lastname: string, release: string) =>
  documentedAddress({
    firstname: 'Zoë',
    lastname,
    company: `Müller & "Co" <i class="${markupProbe}">`,
    street: streetFor(release),
  })

export const storefrontEscaping = scenario(
  'storefront-escaping',
  {
    chapter: 'Storefront',
    asks: 'a customer looks at a name and addresses that hold ampersands, quotation marks and what looks like markup',
    needs: ['storefront'],
  },
  async function* ({ ask, register, login, account, release, visitor, form }) {
    const customer = account()
    const lastname = nameFor(release)
    const further = {
      ...address(lastname, release),
      defaultBilling: undefined,
      defaultShipping: undefined,
      city: 'Rye',
    }
    const addresses = [address(lastname, release), further]
    const changes = { firstname: 'Zoë', lastname, addresses }
    yield* register('create', customer.email, post('/V1/customers', minimalCustomer(customer, changes)))
    const token = yield* login('token', customer)
    yield* ask('profile', get('/V1/customers/me', { token }))
    yield* ask('country', get('/V1/directory/countries/US'))
    const guest = visitor()
    const foreign = Buffer.from(`https://${forgedHost}/`).toString('base64url')
    yield* enter(guest, form, customer, `${storefront.login}referer/${foreign}/`)
    yield* guest.visit('address book', storefront.addressBook)
    yield* guest.visit('new address', storefront.newAddress)
  },
)
