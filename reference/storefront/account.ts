import type { Kind } from '../services/storefront.ts'
import type { Address, Customer } from '../store.ts'
import type { Answer, Call, Shop } from '../types.ts'
import type { Handler } from './handler.ts'
import { toLogin } from './login.ts'
import { block, box, form, page, redirect } from './markup.ts'

type Show = (shop: Shop, call: Call, customer: Customer) => Answer

/** A page for logged-in customers; others are redirected to the login. */
const guarded = (show: Show): Handler => ({
  GET: (shop, call) => {
    const customer = shop.services.loggedIn(call)
    return customer ? show(shop, call, customer) : toLogin(shop, call)
  },
})

/** The dashboard: name, e-mail and default addresses. */
export const accountPage = guarded((shop, call, customer) => {
  const { shownName, shownEmail, dashboardAddress } = shop.services
  const person = `<p>${shownName(customer)}<br>${shownEmail(customer)}<br></p>`
  const boxes = (['billing', 'shipping'] as const).map((kind) =>
    box(`box-${kind}-address`, titles[kind], addressOrNone(shop, kind, dashboardAddress(customer, kind))),
  )
  return page(
    shop,
    call,
    'My Account',
    [
      block('block-dashboard-info', 'Account Information', box('box-information', 'Contact Information', person)),
      block('block-dashboard-addresses', 'Address Book', boxes.join('\n')),
    ].join('\n'),
  )
})

/** The default and the other addresses; a customer without addresses is redirected to the form for one. */
export const addressBook = guarded((shop, call, customer) => {
  if (customer.addresses.length === 0) return redirect(shop, call, '/customer/address/new/')
  const boxes = (['billing', 'shipping'] as const).map((kind) =>
    box(`box-address-${kind}`, titles[kind], addressOrNone(shop, kind, shop.services.bookAddress(customer, kind))),
  )
  return page(
    shop,
    call,
    'Address Book',
    [
      block('block-addresses-default', 'Default Addresses', boxes.join('\n')),
      block('block-addresses-list', 'Additional Address Entries', further(shop, customer)),
    ].join('\n'),
  )
})

/** The page with the address form. */
export const newAddress = guarded((shop, call) =>
  page(
    shop,
    call,
    'Add New Address',
    form(
      shop,
      call,
      `class="form-address-edit" action="${shop.baseUrl}/customer/address/formPost/" id="form-validate"`,
      [
        ...['success_url', 'error_url'].map((name) => [name, 'hidden'] as const),
        ...addressFields(shop).map((name) => [name, 'text'] as const),
      ],
    ),
  ),
)

const addressFields = ({ rules }: Shop) =>
  rules.streetLinesNumbered
    ? [...person, 'street[0]', 'street[1]', 'country_id', 'region_id', 'region', 'city', 'postcode']
    : [...person, 'street[]', 'street[]', 'city', 'region_id', 'region', 'postcode', 'country_id']

const person = ['firstname', 'lastname', 'company', 'telephone']

const titles: Record<Kind, string> = { billing: 'Default Billing Address', shipping: 'Default Shipping Address' }

function addressOrNone(shop: Shop, kind: Kind, address: Address | undefined): string {
  const text = address ? shop.services.addressMarkup(address) : `You have not set a default ${kind} address.`
  return `<address>${text}</address>`
}

/** Renders the addresses that are no defaults, one per row. */
function further(shop: Shop, customer: Customer): string {
  const addresses = shop.services.furtherAddresses(customer)
  if (addresses.length === 0) return '<p class="empty">You have no other address entries in your address book.</p>'
  const rows = addresses.map((address) => `<tr>${cellsOf(shop, address).join('')}</tr>`)
  return `<table class="data table table-additional-addresses-items" id="additional-addresses-table">
<tbody>
${rows.join('\n')}
</tbody>
</table>`
}

function cellsOf(shop: Shop, address: Address): string[] {
  const cells: [string, unknown][] = [
    ['firstname', address.firstname],
    ['lastname', address.lastname],
    ['streetaddress', address.street.join(', ')],
    ['city', address.city],
    ['country', shop.services.countryName(address)],
    ['state', shop.services.regionText(address)],
    ['zip', address.postcode ?? ''],
    ['phone', address.telephone ?? ''],
  ]
  return cells.map(([name, text]) => `<td class="col ${name}">${shop.services.escapeHtml(String(text))}</td>`)
}
