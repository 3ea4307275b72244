import { expect } from '../../src/judge/expect.ts'
import { known } from '../../src/judge/known.ts'
import { textsCount } from '../../src/judge/language.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, verified } from '../../src/judge/source.ts'
import { formOn, shownOn } from '../../src/judge/storefront.ts'
import { Unmet } from '../../src/judge/unmet.ts'
import { expectOwnPage, expectPage, expectRedirect, storefront } from './storefront.ts'
import { expectShown } from './storefront-fields.ts'
import { storefrontNoAddress } from './storefront-no-address.scenario.ts'

const { must, should, may } = requirementsOf(storefrontNoAddress)
const seen = verified('pages-of-an-account')

should(
  'STORE-30',
  'The account page of a customer without addresses shows none',
  { why: 'An address that the customer never entered is somebody else’s.', source: [seen] },
  ({ account }, shop) => {
    expectOwnPage(account)
    for (const name of ['billing', 'shipping'] as const) {
      const text = shownOn(account, name, shop).flat().join(' / ')
      const isNone = textsCount() ? text === `You have not set a default ${name} address.` : !/\d/.test(text)
      if (!isNone) throw new Unmet(`no default ${name} address`, `“${text}”`, account)
    }
  },
)

must(
  'STORE-31',
  'The address book leads a customer without addresses to the form for a new one',
  {
    why: 'Accounts made over REST often come without an address; a customer who finds no form for one cannot order.',
    source: [seen],
  },
  ({ account, 'address book': book, 'new address': page }, shop) => {
    expectOwnPage(account)
    expectRedirect(book, storefront.newAddress)
    expectPage(page)
    const { names } = formOn(page, 'addressForm', shop)
    for (const name of ['form_key', 'firstname', 'lastname', 'street', 'city', 'region', 'postcode', 'country_id'])
      if (!names.some((field) => field.replace(/\[\d*\]$/, '') === name))
        throw new Unmet(`a field "${name}"`, `the fields ${names.join(', ')}`, page)
  },
)

should(
  'STORE-34',
  'A name changed over REST is shown at once, also to who is logged in',
  {
    why: 'Who corrects a name in the app and finds the old one in the shop corrects it again, and asks the support.',
    source: [code('module-customer/Helper/Session/CurrentCustomer.php', '2.4.7-p6')],
  },
  ({ account, change, 'account after the change': after }, shop) => {
    expectOwnPage(account)
    const [first, last] = ['firstname', 'lastname'].map((name) => known(change.at(`/${name}`)))
    expectShown(after, 'customer', shop, [['name', `${first} ${last}`]])
  },
)

must(
  'STORE-32',
  'A session of the storefront opens nothing of REST by its cookie alone',
  {
    why: 'Without it any page on the web can send this form in the name of whoever looks at it, and the browser adds the cookies.',
    source: [verified('sessions-and-rest')],
  },
  ({ account, 'profile in the session': me }) => {
    expectOwnPage(account)
    expect(me).toBeUnauthorized()
  },
)

may(
  'STORE-33',
  'With `X-Requested-With`, a storefront session gives REST access to the customer’s own profile',
  {
    why: 'The shop’s own scripts, the checkout above all, ask REST in this way.',
    source: [
      verified('sessions-and-rest'),
      code('module-customer/Model/Authorization/CustomerSessionUserContext.php', '2.4.7-p6'),
    ],
  },
  ({ profile, account, 'profile in the session by a script': me }) => {
    expectOwnPage(account)
    expect(me).toSucceed()
    expect(me.at('/id')).toEqual(profile.at('/id'))
  },
)
