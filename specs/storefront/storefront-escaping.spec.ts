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
  'The customer checks the address on this page. If it differs from REST, a parcel or an invoice goes to the wrong place.'

const { must } = requirementsOf(storefrontEscaping)
const escaped = code('module-customer/Block/Address/Renderer/DefaultRenderer.php', '2.4.7-p6')
const seen = verified('pages-of-an-account')

must(
  'STORE-20',
  'A name with letters of other alphabets, quotation marks or an ampersand is shown unchanged',
  {
    why: 'A name that is shown wrongly is printed wrongly on invoices and parcels.',
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
  'The account page shows quotation marks, ampersands and angle brackets of an address unchanged',
  { why: whyWrongParcel, source: [escaped, seen], unless: without('US') },
  (read, shop) => {
    expectShown(read.account, 'billing', shop, shown(read, 'default_billing', shop))
    expectShown(read.account, 'shipping', shop, shown(read, 'default_shipping', shop))
  },
)

must(
  'STORE-22',
  'The address book shows such an address unchanged, as a default and as an additional address',
  { why: whyWrongParcel, source: [escaped, seen], unless: without('US') },
  (read, shop) => {
    const { profile, country, 'address book': book } = read
    expectShown(book, 'bookBilling', shop, shown(read, 'default_billing', shop))
    expectShown(book, 'bookShipping', shop, shown(read, 'default_shipping', shop))
    expectShown(book, 'bookOthers', shop, listed(fieldsOf(profile, 'further', { US: country })))
  },
)

must(
  'STORE-23',
  'Text entered in an address never becomes markup of the account page or the address book',
  {
    why: 'Other people, such as support, look at entered text. Markup that becomes part of the page runs in their browser.',
    source: [escaped, seen],
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
  'A login never redirects to another site, whatever return page its URL names',
  {
    why: 'Otherwise a link to the real login can lead to a copy of the shop that asks for the password again.',
    source: [code('module-customer/Model/Account/Redirect.php', '2.4.7-p6'), verified('login-of-the-storefront')],
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
