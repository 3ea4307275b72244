import { answers, service, together } from '../../faults/change.ts'
import { faults } from '../../faults/fault.ts'
import type { Address } from '../../reference/index.ts'
import { at, rewritten, shownAt, somebodyElse } from './page-changes.faults.ts'

/** Pages show an address with other values than the stored ones. */
const showing = (change: (address: Record<string, unknown>) => Record<string, unknown>) =>
  service('addressMarkup', (markup) => (address) => markup({ ...address, ...change(address) }))

/** Used if the shop has no other customer. */
const nobodys: Address = {
  id: 0,
  customer_id: 0,
  firstname: 'John',
  lastname: 'Roe',
  street: ['1 Elm Street'],
  city: 'Albany',
  region_id: 43,
  postcode: '12207',
  country_id: 'US',
}

/** Requirements that fail if pages omit a field that every address has. */
const withoutWholeAddress = ['STORE-09', 'STORE-10', 'STORE-11', 'STORE-12', 'STORE-21', 'STORE-22'] as const

/** The same for a field that only some addresses have. */
const withoutDetailOfAddress = ['STORE-10', 'STORE-12', 'STORE-21', 'STORE-22'] as const

export const storefrontAccountFaults = faults([
  {
    id: 'account-page-with-first-name-alone',
    does: 'the account page shows only the first name',
    breaks: ['STORE-08', 'STORE-20', 'STORE-34'],
    change: service(
      'shownName',
      () =>
        ({ firstname }) =>
          firstname,
    ),
  },
  {
    id: 'account-page-of-another',
    does: 'a cache shows one customer the name and e-mail of another',
    breaks: ['STORE-08', 'STORE-20', 'STORE-34'],
    change: together(
      service('shownName', (name, shop) => (own) => name(somebodyElse(shop.store.customers, own) ?? own)),
      service('shownEmail', (email, shop) => (own) => email(somebodyElse(shop.store.customers, own) ?? own)),
    ),
  },
  {
    id: 'address-of-another-on-the-account-page',
    does: 'the account page shows the default addresses of another customer',
    breaks: ['STORE-09', 'STORE-10', 'STORE-21', 'STORE-30'],
    change: service('dashboardAddress', (address, shop) => (own, kind) => {
      const other = somebodyElse(shop.store.customers, own)
      return other ? (address(other, kind) ?? other.addresses[0]) : undefined
    }),
  },
  {
    id: 'billing-and-shipping-swapped-on-the-account-page',
    does: 'the account page shows the billing address as the shipping address and the other way round',
    breaks: ['STORE-09', 'STORE-10'],
    change: service(
      'dashboardAddress',
      (address) => (own, kind) => address(own, kind === 'billing' ? 'shipping' : 'billing'),
    ),
  },
  {
    id: 'billing-for-both-in-the-address-book',
    does: 'the address book shows the billing address for both',
    breaks: ['STORE-12'],
    change: service('bookAddress', (address) => (own) => address(own, 'billing')),
  },
  {
    id: 'shipping-for-both-in-the-address-book',
    does: 'the address book shows the shipping address for both',
    breaks: ['STORE-11'],
    change: service('bookAddress', (address) => (own) => address(own, 'shipping')),
  },
  {
    id: 'further-addresses-not-listed',
    does: 'the address book lists the default addresses instead of the additional ones',
    breaks: ['STORE-13', 'STORE-22', 'STORE-26'],
    change: service(
      'furtherAddresses',
      (further) => (own) => own.addresses.filter((address) => !further(own).includes(address)),
    ),
  },
  {
    id: 'shown-without-second-street-line',
    does: 'addresses are shown without their second street line',
    breaks: [...withoutDetailOfAddress],
    change: showing(({ street }) => ({ street: (street as string[]).slice(0, 1) })),
  },
  {
    id: 'shown-without-region',
    does: 'addresses are shown without their region',
    breaks: [...withoutWholeAddress],
    change: service('regionText', () => () => ''),
  },
  {
    id: 'shown-with-country-code',
    does: 'addresses are shown with the code of the country in place of its name',
    breaks: [...withoutWholeAddress],
    change: service(
      'countryName',
      () =>
        ({ country_id }) =>
          country_id,
    ),
  },
  {
    id: 'shown-without-company',
    does: 'addresses are shown without the company',
    breaks: [...withoutDetailOfAddress],
    change: showing(() => ({ company: undefined })),
  },
  {
    id: 'shown-without-postcode-and-telephone',
    does: 'addresses are shown without postcode and telephone',
    breaks: [...withoutWholeAddress],
    change: showing(() => ({ postcode: undefined, telephone: undefined })),
  },
  {
    id: 'shown-with-the-customers-name',
    does: 'every address is shown with the first name Jane',
    breaks: [...withoutDetailOfAddress],
    change: showing(() => ({ firstname: 'Jane' })),
  },
  {
    id: 'further-addresses-forgotten',
    does: 'the address book omits the additional addresses',
    breaks: ['STORE-13', 'STORE-22'],
    change: service('furtherAddresses', () => () => []),
  },
  {
    id: 'defaults-among-the-further',
    does: 'the address book lists the default addresses also among the additional ones',
    breaks: ['STORE-26'],
    change: service('furtherAddresses', () => (own) => own.addresses),
  },
  {
    id: 'name-of-the-session',
    does: 'the account page shows an outdated name, cached in the session',
    breaks: ['STORE-34'],
    change: service('shownName', (shown) => {
      const first = new Map<number, string>()
      return (customer) => {
        const name = first.get(customer.id) ?? shown(customer)
        first.set(customer.id, name)
        return name
      }
    }),
  },
  {
    id: 'storefront-escapes-nothing',
    does: 'storefront pages do not escape what customers entered (XSS)',
    breaks: ['STORE-20', 'STORE-21', 'STORE-22', 'STORE-23'],
    change: service('escapeHtml', () => (text) => text),
  },
  {
    id: 'storefront-name-unescaped',
    does: 'the account page does not escape the customer’s name (XSS)',
    breaks: ['STORE-20'],
    change: service(
      'shownName',
      () =>
        ({ firstname, lastname }) =>
          `${firstname} ${lastname}`,
    ),
  },
  {
    id: 'storefront-escapes-twice',
    does: 'storefront pages escape twice: `&amp;` is visible',
    breaks: ['STORE-20', 'STORE-21', 'STORE-22'],
    change: service('escapeHtml', (escaped) => (text) => escaped(escaped(text))),
  },
  {
    id: 'storefront-strips-tags',
    does: 'storefront pages remove text that looks like markup',
    breaks: ['STORE-21', 'STORE-22'],
    change: service('escapeHtml', (escaped) => (text) => escaped(text.replace(/<[^>]*>/g, ''))),
  },
  {
    id: 'storefront-shows-ascii-alone',
    does: 'storefront pages show question marks for letters outside ASCII',
    breaks: ['STORE-20', 'STORE-21', 'STORE-22'],
    change: service('escapeHtml', (escaped) => (text) => escaped(text.replace(/[^\x20-\x7e]/g, '?'))),
  },
  {
    id: 'defaults-for-who-has-none',
    does: 'the account page of a customer without addresses shows another customer’s addresses',
    breaks: ['STORE-30'],
    change: service(
      'dashboardAddress',
      (address, shop) => (own, kind) =>
        address(own, kind) ?? somebodyElse(shop.store.customers, own)?.addresses[0] ?? nobodys,
    ),
  },
  {
    id: 'empty-address-book',
    does: 'the address book of a customer without addresses is an empty page',
    breaks: ['STORE-31'],
    change: answers(
      (call, { status, headers }) =>
        at('address')(call) && status === 302 && headers.some(([, value]) => value.endsWith('/customer/address/new/')),
      () => ({ status: 200, body: '<h1>Address Book</h1>' }),
    ),
  },
  {
    id: 'address-form-without-street',
    does: 'the form for a new address has no field for the street',
    breaks: ['STORE-31'],
    change: answers(
      shownAt('address/new'),
      rewritten((html) => html.replace(/<label>street.*?<\/label>/g, '')),
    ),
  },
  {
    id: 'storefront-name-escaped-twice',
    does: 'the account page escapes the customer’s name twice: `&#039;` is visible',
    breaks: ['STORE-20'],
    change: service('shownName', (name, shop) => (customer) => shop.services.escapeHtml(name(customer))),
  },
])
