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
  'The account page of a customer without addresses shows no address',
  { why: 'An address that the customer never entered is another customer’s.', source: [seen] },
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
  'The address book of a customer without addresses leads to the form for a new one',
  {
    why: 'Accounts created over REST often have no address. A customer who finds no form for one cannot order.',
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
  'A name changed over REST is shown at once, even in a session that is logged in',
  {
    why: 'A customer who corrects a name in the app and sees the old one in the shop corrects it again and contacts support.',
    source: [code('module-customer/Helper/Session/CurrentCustomer.php', '2.4.7-p6'), seen],
  },
  ({ account, change, 'account after the change': after }, shop) => {
    expectOwnPage(account)
    const [first, last] = ['firstname', 'lastname'].map((name) => known(change.at(`/${name}`)))
    expectShown(after, 'customer', shop, [['name', `${first} ${last}`]])
  },
)

must(
  'STORE-32',
  'A storefront session’s cookie alone does not give access to REST',
  {
    why: 'Without this check, any website can send the request in a visitor’s name, because the browser adds the cookies.',
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
    why: 'The shop’s own scripts, such as the checkout, use REST in this way.',
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
