import type { CustomerFields, EntityFields } from '../target/customer-fields.ts'
import { noFields } from '../target/customer-fields.ts'

/** A standard field of Magento that is optional in a stock shop. */
interface StockField {
  readonly of: keyof CustomerFields
  readonly code: string
  /** Its label, in the most common languages. */
  readonly label: RegExp
  /** A value that a stock shop accepts. */
  readonly value: string | number
}

/** If two have the same label, the customer's comes first, because Magento checks it first. */
const stockFields: readonly StockField[] = [
  {
    of: 'customer',
    code: 'dob',
    label:
      /date of birth|birthday|geburts(datum|tag)|date de naissance|fecha de nacimiento|data di nascita|geboortedatum|生年月日/i,
    value: '1990-01-31',
  },
  {
    of: 'customer',
    code: 'gender',
    label: /^(gender|geschlecht|genre|sexe|sexo|género|genere|sesso|geslacht|性別)$/i,
    value: 1,
  },
  {
    of: 'customer',
    code: 'taxvat',
    label: /tax.*vat|^(tax|vat)( id| number)?$|ust-?id|umsatzsteuer|steuernummer|num[ée]ro de tva|^tva$|btw/i,
    value: '{{digits}}',
  },
  ...(['customer', 'address'] as const).flatMap((of): StockField[] => [
    { of, code: 'prefix', label: /^((name )?prefix|anrede|civilité|préfixe)$/i, value: 'Ms' },
    { of, code: 'suffix', label: /^((name )?suffix|suffixe)$/i, value: 'Jr' },
    { of, code: 'middlename', label: /^middle name(\/initial)?$|^zweiter vorname/i, value: 'Lee' },
  ]),
  {
    of: 'address',
    code: 'company',
    label: /^(company|firma|unternehmen|société|empresa|azienda|bedrijf|会社(名)?)$/i,
    value: 'Acme',
  },
  { of: 'address', code: 'fax', label: /^(fax( number)?|telefax)$/i, value: '512-555-2222' },
  { of: 'address', code: 'vat_id', label: /^vat (number|id)$|ust-?id|num[ée]ro de tva|btw/i, value: '{{digits}}' },
]

const isNamed = (name: string) => (field: StockField) => field.code === name.toLowerCase() || field.label.test(name)

/** Returns the value for a field of stock Magento; undefined for another field. */
export const stockValue = (of: keyof CustomerFields, code: string): unknown =>
  stockFields.find((field) => field.of === of && field.code === code)?.value

/**
 * Returns the fields of stock Magento that a refusal names, for a shop whose attributes are unknown.
 * @param filled fields that the run sends; if a label is refused again, its other field is meant
 * @returns undefined if all of them are sent already
 */
export function stockFieldsNamed(names: readonly string[], filled: CustomerFields): CustomerFields | undefined {
  const found = names.flatMap(
    (name) => stockFields.filter(isNamed(name)).find(({ of, code }) => !(code in filled[of].fields)) ?? [],
  )
  if (found.length === 0) return undefined
  const ofKind = (kind: keyof CustomerFields): EntityFields => ({
    ...noFields[kind],
    fields: Object.fromEntries(found.flatMap(({ of, code, value }) => (of === kind ? [[code, value]] : []))),
  })
  return { customer: ofKind('customer'), address: ofKind('address') }
}

/**
 * Returns a value of MAGENTO_CUSTOMER_FIELDS that has the fields that a refusal names.
 * @param kind what was refused, if known
 */
export function settingFor(names: readonly string[], kind?: keyof CustomerFields): string {
  const found = names.map((name) => {
    const known = stockFields.filter(isNamed(name))
    return known.find(({ of }) => of === kind) ?? known[0] ?? codeFrom(name)
  })
  const customs = Object.fromEntries(found.flatMap((one) => (typeof one === 'string' ? [[one, '{{digits}}']] : [])))
  const custom = Object.keys(customs).length ? { custom_attributes: customs } : {}
  const own = (wanted: keyof CustomerFields) =>
    Object.fromEntries(
      found.flatMap((one) => (typeof one !== 'string' && one.of === wanted ? [[one.code, one.value]] : [])),
    )
  const address = { ...own('address'), ...(kind === 'address' ? custom : {}) }
  return JSON.stringify({
    ...own('customer'),
    ...(kind === 'address' ? {} : custom),
    ...(Object.keys(address).length ? { address } : {}),
  })
}

/** Guesses the attribute code of a label. */
const codeFrom = (label: string) =>
  snakeCase(label.trim().replace(/[^\p{L}\p{N}]+/gu, '_'))
    .replace(/_+/g, '_')
    .replace(/^_|_$/g, '')

/** Converts a name to snake case: `countryId` becomes `country_id`. */
export const snakeCase = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()
