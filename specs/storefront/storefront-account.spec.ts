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
  'A parcel or an invoice goes where this page says. Two systems that differ here are found out by the customer.'

const { must, should } = requirementsOf(storefrontAccount)
const seen = verified('pages-of-an-account')
const template =
  'a shop that leaves a field out of its addresses on purpose has it in customer/address_templates/html: list it in contract-expected.jsonc'

must(
  'STORE-08',
  'The account page shows the name and the e-mail that REST answers',
  {
    why: 'Who registers in an app and then opens the shop’s pages is one customer, and has to find one account.',
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
  'The account page shows the default billing address, field by field as REST answers it',
  { why: whyWrongParcel, source: [seen], unless: without('US'), next: template },
  (read, shop) => {
    expectShown(read.account, 'billing', shop, shown(read, 'default_billing', shop))
  },
)

must(
  'STORE-10',
  'The account page shows the default shipping address, field by field as REST answers it',
  { why: whyWrongParcel, source: [seen], unless: without('GB'), next: template },
  (read, shop) => {
    expectShown(read.account, 'shipping', shop, shown(read, 'default_shipping', shop))
  },
)

must(
  'STORE-11',
  'The address book shows the default billing address, field by field as REST answers it',
  { why: whyWrongParcel, source: [seen], unless: without('US'), next: template },
  (read, shop) => {
    expectShown(read['address book'], 'bookBilling', shop, shown(read, 'default_billing', shop))
  },
)

must(
  'STORE-12',
  'The address book shows the default shipping address, field by field as REST answers it',
  { why: whyWrongParcel, source: [seen], unless: without('GB'), next: template },
  (read, shop) => {
    expectShown(read['address book'], 'bookShipping', shop, shown(read, 'default_shipping', shop))
  },
)

must(
  'STORE-13',
  'The address book lists an address that is no default, with its name, street and city',
  {
    why: 'An address that is saved but listed nowhere can be neither chosen nor deleted.',
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
    why: 'What a cache in front of the shop keeps, it shows to the next who asks: the account of somebody else.',
    source: [verified('response-headers'), code('framework/App/Response/Http.php', '2.4.7-p6')],
  },
  ({ account, 'address book': book }) => {
    expectOwnPage(account)
    for (const page of [account, book]) expect(page).toHaveHeader('cache-control', /no-store|private|no-cache/)
  },
)

should(
  'STORE-18',
  'No other site may show the login page or the page of an account in a frame',
  {
    why: 'A page in a frame of another site is clicked on by people who do not see what they click.',
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
  'The address book lists as many further addresses as REST answers, and nobody else’s',
  { why: 'An address too many is another customer’s, or one that was deleted.', source: [seen], unless: without('US') },
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

/** By their codes. */
const countriesOf = (read: { 'country of billing': Exchange; 'country of shipping': Exchange }) => ({
  US: read['country of billing'],
  GB: read['country of shipping'],
})
