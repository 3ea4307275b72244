import type { Exchange } from '../../src/recording/exchange.ts'

/** The fields of a sent address, by their names in responses. */
export type SentAddress = Readonly<Record<string, string | true | number | readonly string[]>>

const plain = [
  'firstname',
  'lastname',
  'middlename',
  'prefix',
  'suffix',
  'company',
  'fax',
  'city',
  'postcode',
  'telephone',
  'vat_id',
  'country_id',
]
const flags = ['default_shipping', 'default_billing']

/**
 * Returns the addresses of a registration request, with the fields that come back unchanged. Texts with blanks at their
 * ends or with more than 200 characters are left out, because releases and databases treat them differently.
 * @param flagged whether the flags of a default address come back too
 */
export function sentAddresses(registration: Exchange, flagged = true): SentAddress[] {
  const { value } = registration.sent('/customer/addresses')
  if (!Array.isArray(value)) return []
  return value.map((address) => ({
    ...Object.fromEntries(
      Object.entries(address ?? {}).flatMap((entry) => keptEntry(entry, flagged && value.length === 1)),
    ),
    ...sentRegion(Object(address)),
  }))
}

/** The region by its id; a flat `region_id` has priority over one in `region`. */
function sentRegion(address: Readonly<Record<string, unknown>>): { region_id?: number } {
  const region = Object(address.region) as Record<string, unknown>
  const id = address.region_id ?? address.regionId ?? region.region_id ?? region.regionId
  return typeof id === 'number' && Number.isInteger(id) && id > 0 ? { region_id: id } : {}
}

function keptEntry([key, value]: [string, unknown], flagged: boolean): [string, string | true | string[]][] {
  const name = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  if (plain.includes(name) && comesBackAsSent(value)) return [[name, value]]
  if (name === 'street' && Array.isArray(value) && value.length > 0 && value.every(comesBackAsSent))
    return [[name, value]]
  // If two addresses have the default flag, only one becomes the default.
  return flags.includes(name) && value === true && flagged ? [[name, true]] : []
}

const comesBackAsSent = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.trim() === value && value.length <= 200 && !value.includes('\n')

/** The addresses in a customer's response. */
export function addressesOf(customer: Exchange): Readonly<Record<string, unknown>>[] {
  const { value } = customer.at('/addresses')
  return Array.isArray(value) ? value.filter((address) => typeof address === 'object' && address !== null) : []
}
