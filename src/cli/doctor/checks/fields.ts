import { type Attributes, readAttributes, requiredBy, streetLinesBy } from '../../../perform/required-fields.ts'
import { snakeCase } from '../../../perform/stock-fields.ts'
import { type CustomerFields, customerFieldsSetting, namesOf, noFields } from '../../../target/customer-fields.ts'
import { type Check, type Finding, good, note, type Patient, unseen } from '../check.ts'

type Kind = keyof CustomerFields

/** The customer and address fields of Magento's API, without those that merchants add. */
const stockFields: Record<Kind, readonly string[]> = {
  customer: [
    ...['prefix', 'firstname', 'middlename', 'lastname', 'suffix', 'dob', 'gender', 'taxvat', 'group_id', 'store_id'],
    ...['website_id', 'created_in', 'created_at', 'updated_at', 'confirmation', 'default_billing', 'default_shipping'],
    'disable_auto_group_change',
  ],
  address: [
    ...['prefix', 'firstname', 'middlename', 'lastname', 'suffix', 'company', 'street', 'city', 'region', 'region_id'],
    ...['postcode', 'country_id', 'telephone', 'fax', 'vat_id', 'default_billing', 'default_shipping', 'customer_id'],
  ],
}

/** Checks which fields registrations and addresses require, and whether MAGENTO_CUSTOMER_FIELDS is valid here. */
export const fields: Check = {
  name: 'fields',
  after: 'magento',
  async look(patient) {
    const given = customerFieldsSetting(patient.settings)
    const attributes = await attributesOf(patient)
    const [unknown, needs] = [unknownIn(given, attributes), attributes && requiredIn(attributes, given)]
    const untold = unseen(
      patient.found.adminToken
        ? 'not read: this administrator may not read attributeMetadata; a run finds the fields by registering'
        : 'not read: attributeMetadata needs an administrator; a run finds the fields by registering',
    )
    return [...(needs ?? [untold]), ...unknown]
  },
}

async function attributesOf({ guard, found }: Patient): Promise<Attributes | undefined> {
  if (found.adminToken === undefined) return undefined
  const attributes = await readAttributes(guard.client, found.adminToken)
  return attributes.customer.length > 0 ? attributes : undefined
}

function requiredIn(attributes: Attributes, given: CustomerFields): Finding[] {
  const names = namesOf(requiredBy(attributes))
  const missing = names.filter((name) => !namesOf(given).includes(name))
  const lines = streetLinesBy(attributes)
  const street = lines === undefined ? '' : `; a street has ${lines} line${lines === 1 ? '' : 's'}`
  if (names.length === 0) return [good(`no field is required beyond those that a run sends${street}`)]
  const seen = `required: ${names.join(', ')}${street}`
  return [
    missing.length === 0
      ? good(`${seen}; MAGENTO_CUSTOMER_FIELDS sets them`)
      : note(seen, 'a run sends values of the right type; MAGENTO_CUSTOMER_FIELDS can set others'),
  ]
}

/** Finds given fields that the shop does not know; it would refuse each registration. */
function unknownIn(given: CustomerFields, attributes: Attributes | undefined): Finding[] {
  const unknown = (['customer', 'address'] as const).flatMap((kind) => {
    const { fields: plain, customAttributes } = given[kind]
    const codes = attributes?.[kind].map(({ attribute_code: code }) => code)
    const strange = Object.keys(plain).filter((name) => !stockFields[kind].includes(snakeCase(name)))
    const unlisted = Object.keys(customAttributes).filter((code) => codes !== undefined && !codes.includes(code))
    const only = (fields: object, names: string[]) => Object.fromEntries(names.map((name) => [name, fields]))
    return namesOf({
      ...noFields,
      [kind]: { ...noFields[kind], fields: only({}, strange), customAttributes: only({}, unlisted) },
    })
  })
  if (unknown.length === 0) return []
  return [
    note(
      `MAGENTO_CUSTOMER_FIELDS contains fields that the shop does not know: ${unknown.join(', ')}`,
      'correct the name; list the code of a merchant’s own field in "custom_attributes" or "extension_attributes"',
    ),
  ]
}
