import { known } from '../../src/judge/known.ts'
import { requirementsOf, type Shop } from '../../src/judge/requirement.ts'
import { code, verified } from '../../src/judge/source.ts'
import { expectNoMarkup, formOn } from '../../src/judge/storefront.ts'
import { Unmet } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { without } from '../shared/circumstances.ts'
import { expectLedOn, expectOwnPage } from './storefront.ts'
import { storefrontEscaping } from './storefront-escaping.scenario.ts'
import { expectShown, fieldsOf, fieldsShown, listed } from './storefront-fields.ts'

const whyWrongParcel =
  'A parcel or an invoice goes where this page says. Two systems that differ here are found out by the customer.'

const { must } = requirementsOf(storefrontEscaping)
const escaped = code('module-customer/Block/Address/Renderer/DefaultRenderer.php', '2.4.7-p6')

must(
  'STORE-20',
  'A name with letters of other alphabets, quotation marks or an ampersand is shown as it is',
  {
    why: 'A name that is shown wrong is printed wrong, on the invoice and on the parcel.',
    source: [
      verified('names'),
      code('module-customer/view/frontend/templates/account/dashboard/info.phtml', '2.4.7-p6'),
    ],
  },
  ({ profile, account }, shop) => {
    const [first, last] = ['firstname', 'lastname'].map((name) => known(profile.at(`/${name}`)))
    expectShown(account, 'customer', shop, [['name', `${first} ${last}`]])
  },
)

must(
  'STORE-21',
  'An address with quotation marks, ampersands and angle brackets is shown on the account page as it is',
  { why: whyWrongParcel, source: [escaped], unless: without('US') },
  (read, shop) => {
    expectShown(read.account, 'billing', shop, shown(read, 'default_billing', shop))
    expectShown(read.account, 'shipping', shop, shown(read, 'default_shipping', shop))
  },
)

must(
  'STORE-22',
  'Such an address is shown in the address book as it is, as a default and among the others',
  { why: whyWrongParcel, source: [escaped], unless: without('US') },
  (read, shop) => {
    const { profile, country, 'address book': book } = read
    expectShown(book, 'bookBilling', shop, shown(read, 'default_billing', shop))
    expectShown(book, 'bookShipping', shop, shown(read, 'default_shipping', shop))
    expectShown(book, 'bookOthers', shop, listed(fieldsOf(profile, 'further', { US: country })))
  },
)

must(
  'STORE-23',
  'Nothing that was entered into an address becomes markup of the account page or of the address book',
  {
    why: 'What one person enters another may look at, support included: entered markup that becomes part of a page runs there.',
    source: [escaped],
    unless: without('US'),
  },
  ({ account, 'address book': book }) => {
    expectOwnPage(account)
    expectOwnPage(book)
    expectNoMarkup(account)
    expectNoMarkup(book)
  },
)

must(
  'STORE-24',
  'A login leads to no other site, whatever page its address names to come back to',
  {
    why: 'A link to the shop’s own login that ends at a copy of it takes the password there.',
    source: [code('module-customer/Model/Account/Redirect.php', '2.4.7-p6')],
  },
  ({ 'login page': page, login, account }, shop) => {
    expectOwnPage(account)
    expectLedOn(login)
    const { url } = login.data.request
    const [asked, own, hostname] = [url, formOn(page, 'loginForm', shop).action, login.header('location') ?? ''].map(
      (address) => new URL(address, url).hostname,
    )
    if (hostname !== asked && hostname !== own)
      throw new Unmet('a redirect within the shop', `one to ${hostname}`, login)
  },
)

const shown = (
  read: Parameters<typeof fieldsShown>[0] & { readonly country: Exchange },
  place: Parameters<typeof fieldsShown>[1],
  shop: Shop,
) => fieldsShown(read, place, { US: read.country }, shop)
