import type { CustomerFields, EntityFields } from '../target/customer-fields.ts'
import { noFields } from '../target/customer-fields.ts'

/** A field of Magento's own that a stock shop leaves to its customers. */
interface StockField {
  readonly of: keyof CustomerFields
  readonly code: string
  /** Its label, in the languages of most shops. */
  readonly label: RegExp
  /** A value that a stock shop takes. */
  readonly value: string | number
}

/** Of two with one label the customer's comes first, as its refusal does. */
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
 * Magento's own among the fields that a refusal names, where nothing tells what the shop has.
 * @param filled what the run sends already: a label that is refused once more means its other field
 * @returns undefined where there is none that the run does not send
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
 * MAGENTO_CUSTOMER_FIELDS as it would have to be for fields that a refusal names.
 * @param kind what was refused, where it is known
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

/** What the code of a label probably is. */
const codeFrom = (label: string) =>
  snakeCase(label.trim().replace(/[^\p{L}\p{N}]+/gu, '_'))
    .replace(/_+/g, '_')
    .replace(/^_|_$/g, '')

/** Converts a name to snake case: `countryId` becomes `country_id`. */
export const snakeCase = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()
