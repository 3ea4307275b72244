import { scenario } from '../../src/perform/scenario.ts'
import { get, post } from '../../src/target/client/request.ts'
import { documentedAddress, minimalCustomer } from '../shared/payload.ts'
import { loginFields, storefront } from './storefront.ts'

/** The tutorial’s address with a unique street; the customer’s two other addresses have no value in common with it. */
const addresses = [
  documentedAddress({ defaultShipping: undefined, street: ['125 Oak Ave'], telephone: '512-555-3333' }),
  documentedAddress({
    defaultBilling: undefined,
    firstname: 'Mary',
    lastname: 'Major',
    company: 'Acme',
    street: ['7 Elm Road', 'Rear House'],
    city: 'Canterbury',
    region: { region: 'Kent' },
    postcode: 'CT1 2EH',
    telephone: '020 7946 0018',
    countryId: 'GB',
  }),
  documentedAddress({
    defaultBilling: undefined,
    defaultShipping: undefined,
    firstname: 'Richard',
    lastname: 'Roe',
    street: ['9 Ash Lane'],
    city: 'Austin',
    region: { regionCode: 'TX', region: 'Texas', regionId: 57 },
    postcode: '78701',
    telephone: '512-555-2222',
  }),
]

/** The password with the case of its letters inverted: passwords are compared case-sensitively. */
const otherCase = (password: string) =>
  password.replace(/[a-z]/gi, (letter) => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase()))

/** One wrong password for each account only, because the shop counts them. */
export const storefrontAccount = scenario(
  'storefront-account',
  {
    chapter: 'Storefront',
    asks: 'a customer created over REST logs in to the storefront, with wrong and right passwords, opens the account and logs out',
    needs: ['storefront'],
  },
  async function* ({ ask, register, login, account, secret, visitor, form }) {
    const customer = account()
    yield* register('create', customer.email, post('/V1/customers', minimalCustomer(customer, { addresses })))
    const token = yield* login('token', customer)
    yield* ask('profile', get('/V1/customers/me', { token }))
    yield* ask('country of billing', get('/V1/directory/countries/US'))
    yield* ask('country of shipping', get('/V1/directory/countries/GB'))

    const guest = visitor()
    const entrance = form(yield* guest.visit('login page', storefront.login), 'loginForm')
    const other = form(yield* visitor().visit('login page of another visitor', storefront.login), 'loginForm')
    const entered = loginFields(customer)
    yield* guest.visit('account as a guest', storefront.account)
    yield* guest.submit('wrong password', entrance, {
      ...entered,
      'login[password]': secret(otherCase(customer.password)),
    })
    yield* guest.visit('account after the wrong password', storefront.account)
    yield* guest.submit('no form key', entrance, { ...entered, form_key: undefined })
    yield* guest.visit('account after no form key', storefront.account)
    yield* guest.submit('wrong form key', entrance, {
      ...entered,
      form_key: other.hidden.form_key || secret('NotTheKeyOfThis1'),
    })
    yield* guest.visit('account after the wrong form key', storefront.account)
    yield* guest.submit('login', entrance, entered)
    yield* guest.visit('account', storefront.account)
    yield* guest.visit('address book', storefront.addressBook)
    yield* guest.visit('new address', storefront.newAddress)
    const left = guest.copy()
    yield* guest.visit('logout', storefront.logout)
    yield* guest.visit('account after logout', storefront.account)
    yield* left.visit('account in the ended session', storefront.account)
  },
)
