import { expect } from '../../src/judge/expect.ts'
import { known } from '../../src/judge/known.ts'
import { requirementsOf, type Shop } from '../../src/judge/requirement.ts'
import { code, verified } from '../../src/judge/source.ts'
import { shownOn } from '../../src/judge/storefront.ts'
import { Unmet } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { without } from '../shared/circumstances.ts'
import { expectOwnPage } from './storefront.ts'
import { storefrontAccount } from './storefront-account.scenario.ts'
import { expectShown, fieldsOf, fieldsShown, listed } from './storefront-fields.ts'

const whyWrongParcel =
  'The customer checks the address on this page. If it differs from REST, a parcel or an invoice goes to the wrong place.'

const { must, should } = requirementsOf(storefrontAccount)
const seen = verified('pages-of-an-account')
const template =
  'a shop that leaves a field out of its addresses on purpose has it in customer/address_templates/html: list it in contract-expected.jsonc'

must(
  'STORE-08',
  'The account page shows the name and the e-mail that REST returns',
  {
    why: 'A customer who registers in an app and then opens the shop’s pages has to find the same account.',
    source: [seen],
  },
  ({ profile, account }, shop) => {
    const [first, last, email] = ['firstname', 'lastname', 'email'].map((name) => known(profile.at(`/${name}`)))
    const fields: [string, unknown][] = [
      ['name', `${first} ${last}`],
      ['email', email],
    ]
    expectShown(account, 'customer', shop, fields)
  },
)

must(
  'STORE-09',
  'The account page shows the default billing address, field by field as REST returns it',
  { why: whyWrongParcel, source: [seen], unless: without('US'), next: template },
  (read, shop) => {
    expectShown(read.account, 'billing', shop, shown(read, 'default_billing', shop))
  },
)

must(
  'STORE-10',
  'The account page shows the default shipping address, field by field as REST returns it',
  { why: whyWrongParcel, source: [seen], unless: without('GB'), next: template },
  (read, shop) => {
    expectShown(read.account, 'shipping', shop, shown(read, 'default_shipping', shop))
  },
)

must(
  'STORE-11',
  'The address book shows the default billing address, field by field as REST returns it',
  { why: whyWrongParcel, source: [seen], unless: without('US'), next: template },
  (read, shop) => {
    expectShown(read['address book'], 'bookBilling', shop, shown(read, 'default_billing', shop))
  },
)

must(
  'STORE-12',
  'The address book shows the default shipping address, field by field as REST returns it',
  { why: whyWrongParcel, source: [seen], unless: without('GB'), next: template },
  (read, shop) => {
    expectShown(read['address book'], 'bookShipping', shop, shown(read, 'default_shipping', shop))
  },
)

must(
  'STORE-13',
  'The address book lists an address that is not a default, with its name, street and city',
  {
    why: 'A saved address that is not listed can be neither chosen nor deleted.',
    source: [seen],
    unless: without('US'),
  },
  (read, shop) => {
    const fields = fieldsOf(read.profile, 'further', countriesOf(read))
    expectShown(read['address book'], 'bookOthers', shop, listed(fields))
  },
)

should(
  'STORE-17',
  'Account pages must not be cached',
  {
    why: 'A cache in front of the shop would show one customer’s account page to another visitor.',
    source: [verified('response-headers'), code('framework/App/Response/Http.php', '2.4.7-p6')],
  },
  ({ account, 'address book': book }) => {
    expectOwnPage(account)
    for (const page of [account, book]) expect(page).toHaveHeader('cache-control', /no-store|private|no-cache/)
  },
)

should(
  'STORE-18',
  'No other site may frame the login page or an account page',
  {
    why: 'A site that frames the page can trick a customer into clicking in it.',
    source: [verified('response-headers')],
  },
  ({ 'login page': entrance, account }) => {
    expectOwnPage(account)
    for (const page of [entrance, account]) {
      const policy = page.headers('content-security-policy').some((value) => /frame-ancestors/i.test(value))
      if (!policy) expect(page).toHaveHeader('x-frame-options', /^(SAMEORIGIN|DENY)$/i)
    }
  },
)

should(
  'STORE-26',
  'The address book lists as many additional addresses as REST returns, all of the same customer',
  {
    why: 'An additional address is another customer’s, or one that was deleted.',
    source: [seen],
    unless: [without('US'), without('GB')],
  },
  ({ profile, 'address book': book }, shop) => {
    expectOwnPage(book)
    const value = known(profile.at('/addresses'))
    const defaults = ['default_billing', 'default_shipping'].map((name) => String(known(profile.at(`/${name}`))))
    const further = (Array.isArray(value) ? value : []).filter(({ id }) => !defaults.includes(String(id)))
    const listedThere = shownOn(book, 'bookOthers', shop)
    if (listedThere.length !== further.length)
      throw new Unmet(`${further.length} further address(es)`, `${listedThere.length}`, book)
  },
)

type Read = Parameters<typeof fieldsShown>[0] & Parameters<typeof countriesOf>[0]

const shown = (read: Read, place: Parameters<typeof fieldsShown>[1], shop: Shop) =>
  fieldsShown(read, place, countriesOf(read), shop)

/** By code. */
const countriesOf = (read: { 'country of billing': Exchange; 'country of shipping': Exchange }) => ({
  US: read['country of billing'],
  GB: read['country of shipping'],
})
