import type { Exchange } from '../../src/recording/exchange.ts'

/** The plain fields of an address as it was sent, by the names they have in answers. */
export type SentAddress = Readonly<Record<string, string | true>>

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
 * The addresses of a registration's request: the fields that come back as they are. Texts with blanks at their
 * ends or of more than 200 characters are left out, as releases and databases treat those differently.
 */
export function sentAddresses(registration: Exchange): SentAddress[] {
  const { value } = registration.sent('/customer/addresses')
  if (!Array.isArray(value)) return []
  return value.map((address) =>
    Object.fromEntries(Object.entries(address ?? {}).flatMap((entry) => keptEntry(entry, value.length))),
  )
}

function keptEntry([key, value]: [string, unknown], count: number): [string, string | true][] {
  const name = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  if (
    plain.includes(name) &&
    typeof value === 'string' &&
    value !== '' &&
    value.trim() === value &&
    value.length <= 200
  )
    return [[name, value]]
  // Of two addresses that both want to be the default only one can be.
  return flags.includes(name) && value === true && count === 1 ? [[name, true]] : []
}

/** The addresses of a customer's answer. */
export function addressesOf(customer: Exchange): Readonly<Record<string, unknown>>[] {
  const { value } = customer.at('/addresses')
  return Array.isArray(value) ? value.filter((address) => typeof address === 'object' && address !== null) : []
}
