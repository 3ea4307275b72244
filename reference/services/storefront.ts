import { countries } from '../data/countries.ts'
import { regionOf } from '../data/regions.ts'
import type { Address, Customer } from '../store.ts'
import type { Shop } from '../types.ts'

export type Kind = 'billing' | 'shipping'

/** How the storefront displays a customer. */
export function storefrontServices(shop: Shop) {
  return {
    /** Escapes a text for HTML. */
    escapeHtml: (text: string) =>
      text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#039;'),

    shownName: ({ firstname, lastname }: Customer) => shop.services.escapeHtml(`${firstname} ${lastname}`),

    shownEmail: ({ email }: Customer) => shop.services.escapeHtml(email),

    defaultAddress(customer: Customer, kind: Kind): Address | undefined {
      const id = kind === 'billing' ? customer.default_billing : customer.default_shipping
      return customer.addresses.find((address) => String(address.id) === id)
    },

    /** The address on the account page, and in the address book. */
    dashboardAddress: (customer: Customer, kind: Kind) => shop.services.defaultAddress(customer, kind),
    bookAddress: (customer: Customer, kind: Kind) => shop.services.defaultAddress(customer, kind),

    furtherAddresses(customer: Customer): Address[] {
      const defaults = [customer.default_billing, customer.default_shipping]
      return customer.addresses.filter(({ id }) => !defaults.includes(String(id)))
    },

    regionText({ country_id, region_id, regionText }: Address): string {
      return (region_id ? regionOf(country_id, region_id)?.name : regionText) ?? ''
    },

    countryName: ({ country_id }: Address) => countries.get(country_id)?.name ?? country_id,

    /** Returns an address as the stock template renders it. */
    addressMarkup(address: Address): string {
      const { escapeHtml } = shop.services
      const text = (field: string) => escapeHtml(String(address[field] ?? ''))
      const place = [text('city'), escapeHtml(shop.services.regionText(address)), text('postcode')]
      const telephone = text('telephone')
      return [
        `${text('firstname')} ${text('lastname')}`,
        text('company'),
        ...address.street.map(escapeHtml),
        place.filter(Boolean).join(', '),
        escapeHtml(shop.services.countryName(address)),
        telephone && `T: <a href="tel:${telephone}">${telephone}</a>`,
      ]
        .filter(Boolean)
        .join('<br />')
    },
  }
}

declare module '../types.ts' {
  interface Services extends ReturnType<typeof storefrontServices> {}
}
