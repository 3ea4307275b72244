import { has, lacks, parseRelease } from '../../release/index.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { get, post } from '../../src/target/client/request.ts'
import { markupProbe } from '../../src/target/storefront/selectors.ts'
import { forgedHost } from '../shared/links.ts'
import { documentedAddress, minimalCustomer } from '../shared/payload.ts'
import { enter, storefront } from './storefront.ts'

/** Releases allow different characters in names. An ampersand before `copy` becomes © if it is not escaped. */
const awkward = [
  { releases: has('names-with-ampersands'), lastname: "O'Neil &copy Söhne" },
  { releases: lacks('names-are-checked'), lastname: 'O\'Neil &copy "Söhne"' },
] as const

/** Texts that every release accepts in a name and in a street. */
const accepted = { lastname: "O'Neil-Søhne", street: ['5 Oak &copy Ave', "#2 & 'Side'"] }

/** Texts that a release accepts; from 2.4.9 on a street with markup is refused. */
function textsFor(release: string): typeof accepted {
  const lastname = awkward.find(({ releases }) => releases.includes(parseRelease(release)))?.lastname
  const street = lacks('street-is-checked').includes(parseRelease(release))
    ? [`5 <b class="${markupProbe}">Oak</b> &copy Ave`, '"Rear" & \'Side\'']
    : accepted.street
  return { lastname: lastname ?? accepted.lastname, street }
}

const addressOf = ({ lastname, street }: typeof accepted) =>
  documentedAddress({
    firstname: 'Zoë',
    lastname,
    company: `Müller & "Co" <i class="${markupProbe}">`,
    street,
  })

export const storefrontEscaping = scenario(
  'storefront-escaping',
  {
    chapter: 'Storefront',
    asks: 'a customer opens pages with a name and addresses that contain ampersands, quotation marks and markup',
    needs: ['storefront'],
  },
  async function* ({ ask, register, login, account, release, visitor, form }) {
    const customer = account()
    const registration = (texts: typeof accepted) => {
      const address = addressOf(texts)
      const further = { ...address, defaultBilling: undefined, defaultShipping: undefined, city: 'Rye' }
      const changes = { firstname: 'Zoë', lastname: texts.lastname, addresses: [address, further] }
      return post('/V1/customers', minimalCustomer(customer, changes))
    }
    const { status } = yield* register('create', customer.email, registration(textsFor(release)))
    // The patch of a release may be assumed only, and patches differ in what a name and a street may hold.
    if (status === 400) yield* register('create with accepted texts', customer.email, registration(accepted))
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
