import { isObject } from '../shared/json/object.ts'
import { wrong } from './parse.ts'
import type { Settings } from './settings.ts'

type Json = Readonly<Record<string, unknown>>

/** Fields to add to each object of a kind. */
export interface EntityFields {
  readonly fields: Json
  /** By attribute code. */
  readonly customAttributes: Json
  readonly extensionAttributes: Json
}

/** Fields that this shop requires in every registration, customer and address that the run sends. */
export interface CustomerFields {
  readonly customer: EntityFields
  readonly address: EntityFields
}

const none: EntityFields = { fields: {}, customAttributes: {}, extensionAttributes: {} }
export const noFields: CustomerFields = { customer: none, address: none }

const allowed =
  'a JSON object of fields, such as {"dob": "1990-01-31", "custom_attributes": {"mobile_number": "15551234567"}, "extension_attributes": {}, "address": {"company": "Acme"}}'

/** Fields that the run sets itself in each registration. */
const own = ['id', 'email', 'password', 'addresses']

/** Parses MAGENTO_CUSTOMER_FIELDS. @throws UsageError with the value and what is allowed */
export function customerFieldsSetting(settings: Settings): CustomerFields {
  const text = settings.get('MAGENTO_CUSTOMER_FIELDS')
  if (text === undefined) return noFields
  const fail = (what = allowed) => wrong('MAGENTO_CUSTOMER_FIELDS', text, what)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw fail(`${allowed} (${(error as Error).message})`)
  }
  if (!isObject(value)) throw fail()
  const { address = {}, ...customer } = value
  const decided = own.find((name) => name in customer)
  if (decided) throw fail(`fields without "${decided}", which the run itself sets`)
  if (!isObject(address)) throw fail()
  return { customer: entityOf(customer, fail), address: entityOf(address, fail) }
}

function entityOf(object: Json, fail: (what?: string) => Error): EntityFields {
  const { custom_attributes: custom = {}, extension_attributes: extension = {}, ...fields } = object
  if (!isObject(extension)) throw fail('fields with "extension_attributes" as an object')
  return { fields, customAttributes: attributesIn(custom, fail), extensionAttributes: extension }
}

/** Accepts an object by code, or Magento's own form: a list of `{"attribute_code": …, "value": …}`. */
function attributesIn(custom: unknown, fail: (what?: string) => Error): Json {
  if (isObject(custom)) return custom
  const pairs = Array.isArray(custom) ? custom.map((one) => [one?.attribute_code, one?.value] as const) : undefined
  if (!pairs?.every(([code]) => typeof code === 'string')) throw fail('fields with "custom_attributes" as an object')
  return Object.fromEntries(pairs)
}

/** Merges two; fields of the first take precedence. */
export function bothOf(first: CustomerFields, second: CustomerFields): CustomerFields {
  const merged = (kind: keyof CustomerFields): EntityFields => ({
    fields: { ...second[kind].fields, ...first[kind].fields },
    customAttributes: { ...second[kind].customAttributes, ...first[kind].customAttributes },
    extensionAttributes: { ...second[kind].extensionAttributes, ...first[kind].extensionAttributes },
  })
  return { customer: merged('customer'), address: merged('address') }
}

/** Returns the field names, for output and for the facts about the shop: `dob`, `address company`. */
export function namesOf({ customer, address }: CustomerFields): string[] {
  const names = ({ fields, customAttributes, extensionAttributes }: EntityFields) =>
    [fields, customAttributes, extensionAttributes].flatMap(Object.keys)
  return [...names(customer), ...names(address).map((name) => `address ${name}`)]
}
