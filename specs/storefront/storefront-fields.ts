import type { Shop } from '../../src/judge/requirement.ts'
import { fieldNamesOn, shownOn } from '../../src/judge/storefront.ts'
import { Undecided, Unmet } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import type { SelectorName } from '../../src/target/storefront/selectors.ts'
import { expectOwnPage } from './storefront.ts'

type Place = 'default_billing' | 'default_shipping' | 'further'

/** Returns the pointer of a default or of an additional address. @throws Undecided if there is none */
function pointerTo(customer: Exchange, place: Place): string {
  const { value } = customer.at('/addresses')
  const ids = (Array.isArray(value) ? value : []).map((address) => String(address?.id))
  const defaults = (['default_billing', 'default_shipping'] as const).map((name) =>
    String(customer.at(`/${name}`).value),
  )
  const wanted = String(customer.at(`/${place}`).value)
  const index = ids.findIndex((id) => (place === 'further' ? !defaults.includes(id) : id === wanted))
  if (index >= 0) return `/addresses/${index}`
  const what = place === 'further' ? 'address that is no default' : place.replace('_', ' ')
  throw new Undecided('blocked', `"${customer.name}" has no ${what}`, { by: customer.name })
}

/** Fields that a shop can hide (customer/address/…_show); no page shows them then, although REST stores them. */
const optional = ['company', 'telephone']

/** Returns the fields that the shop's address form has; all if the form was not found. */
function withoutHidden<Field extends readonly [name: string, value: unknown]>(
  fields: readonly Field[],
  addressForm: Exchange,
  shop: Shop,
): Field[] {
  const entered = fieldNamesOn(addressForm, 'addressForm', shop)
  return fields.filter(([name]) => !optional.includes(name) || !entered || entered.includes(name))
}

/**
 * Returns the fields of an address in the REST response, by name.
 * @param countries the countries of the directory, by code
 * @throws Undecided if the REST response has no such address
 */
export function fieldsOf(
  customer: Exchange,
  place: Place,
  countries: Readonly<Record<string, Exchange>>,
): [name: string, value: unknown][] {
  const address = pointerTo(customer, place)
  const fieldAt = (name: string) => customer.at(`${address}/${name}`).value
  const street = fieldAt('street')
  const names = ['firstname', 'lastname', 'company', 'city', 'region/region', 'postcode', 'telephone']
  return [
    ...names.map((name): [string, unknown] => [name, fieldAt(name)]),
    ...(Array.isArray(street) ? street : []).map((line, index): [string, unknown] => [`street/${index}`, line]),
    // If the shop does not return its countries, the country is not compared.
    ['country', countries[String(fieldAt('country_id'))]?.at('/full_name_locale').value],
  ]
}

/** Returns the fields of a default address that the shop's pages show. @param countries as in `fieldsOf` */
export const fieldsShown = (
  read: { readonly profile: Exchange; readonly 'new address': Exchange },
  place: 'default_billing' | 'default_shipping',
  countries: Readonly<Record<string, Exchange>>,
  shop: Shop,
) => withoutHidden(fieldsOf(read.profile, place, countries), read['new address'], shop)

/** Fields that the address book shows of additional addresses. */
export const listed = (fields: readonly [name: string, value: unknown][]) =>
  fields.filter(([name]) => /name|street|city/.test(name))

/** @throws Unmet unless the place shows each field; Undecided if the page has no such place */
export function expectShown(
  page: Exchange,
  name: SelectorName,
  shop: Shop,
  fields: readonly (readonly [string, unknown])[],
): void {
  expectOwnPage(page)
  const places = shownOn(page, name, shop)
  const given = fields.filter(([, value]) => typeof value === 'string' && value !== '') as [string, string][]
  // In a list of addresses, the one that shows most fields is compared.
  const missing = places
    .map((lines) => given.filter(([, value]) => !reads(lines, value)))
    .sort((one, other) => one.length - other.length)[0]
  const [lacking] = missing ?? []
  if (!lacking) return
  const shown = places.map((lines) => `“${lines.join(' / ')}”`).join(', ')
  throw new Unmet(`${placeNames[name]} to show the ${lacking[0]} that REST answers: “${lacking[1]}”`, shown, page)
}

/** Compares whole words, so that a postcode is not found in a telephone number. */
function reads(lines: readonly string[], value: string): boolean {
  const wanted = value.trim().replace(/\s+/g, ' ')
  const text = lines.join(' ')
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
    if (!isWord(text[at - 1]) && !isWord(text[at + wanted.length])) return true
  return false
}

const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character)

const placeNames: Record<SelectorName, string> = {
  loginForm: 'the login form',
  customer: 'the account page',
  billing: 'the default billing address of the account page',
  shipping: 'the default shipping address of the account page',
  bookBilling: 'the default billing address of the address book',
  bookShipping: 'the default shipping address of the address book',
  bookOthers: 'the further addresses of the address book',
  addressForm: 'the form for an address',
  passwordForm: 'the form for a password',
}
