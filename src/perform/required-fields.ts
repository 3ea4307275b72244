import type { Exchange } from '../recording/exchange.ts'
import { isObject, type JsonObject } from '../shared/json/object.ts'
import type { Client } from '../target/client/client.ts'
import { get, type Token } from '../target/client/request.ts'
import { askIfAnswered } from '../target/client/unrecorded.ts'
import { type CustomerFields, type EntityFields, noFields } from '../target/customer-fields.ts'

/** An attribute as `attributeMetadata` describes it. */
type Attribute = JsonObject & { readonly attribute_code: string }

/** The attributes of customers and their addresses, as the administrator reads them. */
export interface Attributes {
  readonly customer: readonly Attribute[]
  readonly address: readonly Attribute[]
}

type Kind = keyof Attributes

/** What every registration and address of the run has, or the shop sets by itself. */
const usual: Record<Kind, readonly string[]> = {
  customer: ['email', 'firstname', 'lastname', 'website_id', 'store_id', 'group_id', 'created_at', 'updated_at'],
  address: ['firstname', 'lastname', 'street', 'city', 'country_id', 'region', 'region_id', 'postcode', 'telephone'],
}

/** Reads them; without an answer there are none. */
export async function readAttributes(client: Client, token: Token): Promise<Attributes> {
  const list = async (entity: string) => {
    const answer = await askIfAnswered(client, get(`/V1/attributeMetadata/${entity}`, { token }))
    const all = answer?.status === 200 && Array.isArray(answer.json) ? answer.json : []
    return all.filter((one): one is Attribute => isObject(one) && typeof one.attribute_code === 'string')
  }
  return { customer: await list('customer'), address: await list('customerAddress') }
}

/** The fields that the metadata says are required, beyond what the run sends anyway, each with a value of its type. */
export function requiredBy(attributes: Attributes): CustomerFields {
  const of = (kind: Kind) =>
    attributes[kind].filter(
      ({ attribute_code: code, required, visible }) =>
        required === true && visible !== false && !usual[kind].includes(code),
    )
  return { customer: fieldsOf(of('customer')), address: fieldsOf(of('address')) }
}

/** How many lines a street has. */
export function streetLinesBy({ address }: Attributes): number | undefined {
  const lines = address.find(({ attribute_code: code }) => code === 'street')?.multiline_count
  return typeof lines === 'number' && lines > 0 ? lines : undefined
}

/**
 * The fields that a refusal names, by label or by code.
 * @returns undefined where none of them is among the attributes
 */
export function namedIn(refusal: Exchange, attributes: Attributes): CustomerFields | undefined {
  const wanted = namesIn(refusal).map((name) => name.toLowerCase())
  const isWanted = ({ attribute_code: code, store_label: label, frontend_label: front }: Attribute) =>
    [code, label, front].some((name) => wanted.includes(String(name).toLowerCase()))
  const of = (kind: Kind) => {
    const found = attributes[kind].filter((one) => isWanted(one) && !usual[kind].includes(one.attribute_code))
    return fieldsOf(found)
  }
  // A label such as "Name Prefix" is a customer's as well as an address's: what is refused first is the customer.
  const [customer, address] = [of('customer'), of('address')]
  const found = isEmpty(customer) ? { ...noFields, address } : { ...noFields, customer }
  return isEmpty(customer) && isEmpty(address) ? undefined : found
}

/** What a refusal puts into quotes, or names as its field: labels, in whatever language, and codes. */
export function namesIn(refusal: Exchange): string[] {
  const { json } = refusal
  if (!isObject(json)) return []
  const parts = [json, ...(Array.isArray(json.errors) ? json.errors : [])].filter(isObject)
  return parts.flatMap(({ message, parameters }) => {
    const field = isObject(parameters) ? parameters.fieldName : undefined
    if (typeof field === 'string') return [snakeCase(field)]
    return [...String(message ?? '').matchAll(/["“„«]([^"“”„«»%]+)["”“»]/g)].map(([, name]) => name as string)
  })
}

/** The codes of Magento's own attributes by their English labels, for advice where no metadata is read. */
const stockCodes: Record<string, [code: string, example: string]> = {
  'date of birth': ['dob', '1990-01-31'],
  gender: ['gender', '1'],
  'tax/vat number': ['taxvat', '{{digits}}'],
  'name prefix': ['prefix', 'Ms'],
  'name suffix': ['suffix', 'Jr'],
  'middle name/initial': ['middlename', 'Lee'],
  company: ['company', 'Acme'],
  fax: ['fax', '512-555-2222'],
  'vat number': ['vat_id', '{{digits}}'],
}
const ofAddress = ['company', 'fax', 'vat_id']

/** MAGENTO_CUSTOMER_FIELDS as it would have to be for fields that a refusal names. */
export function settingFor(names: readonly string[]): string {
  const pairs = names.map((name): [kind: 'customer' | 'address' | 'custom', code: string, value: string | number] => {
    const known = stockCodes[name.toLowerCase()] ?? Object.values(stockCodes).find(([code]) => code === name)
    if (!known)
      return ['custom', snakeCase(name.trim().replace(/[^A-Za-z0-9]+/g, '_')).replace(/_+/g, '_'), '{{digits}}']
    const [code, value] = known
    return [ofAddress.includes(code) ? 'address' : 'customer', code, code === 'gender' ? Number(value) : value]
  })
  const of = (kind: string) =>
    Object.fromEntries(pairs.flatMap(([one, code, value]) => (one === kind ? [[code, value]] : [])))
  const [custom, address] = [of('custom'), of('address')]
  return JSON.stringify({
    ...of('customer'),
    ...(Object.keys(custom).length ? { custom_attributes: custom } : {}),
    ...(Object.keys(address).length ? { address } : {}),
  })
}

const snakeCase = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()

const isEmpty = ({ fields, customAttributes }: EntityFields) =>
  Object.keys(fields).length + Object.keys(customAttributes).length === 0

/** Magento's own attributes are fields; what a merchant added is among the custom attributes. */
function fieldsOf(attributes: readonly Attribute[]): EntityFields {
  const of = (custom: boolean) =>
    Object.fromEntries(
      attributes
        .filter(({ user_defined: added, system }) => (added === true && system !== true) === custom)
        .map((attribute) => [attribute.attribute_code, valueFor(attribute)]),
    )
  return { fields: of(false), customAttributes: of(true), extensionAttributes: {} }
}

/** A value that an attribute's type and rules allow. */
export function valueFor(attribute: Attribute): unknown {
  const { attribute_code: code, frontend_input: input, backend_type: backend } = attribute
  const option = firstOption(attribute)
  if (input === 'date' || input === 'datetime') return '1990-01-31'
  if (input === 'boolean') return '1'
  if (option !== undefined) return backend === 'int' && attribute.system === true ? Number(option) : option
  if (input === 'multiline') return ['Contract']
  if (input === 'price' || backend === 'decimal' || backend === 'int') return '1'
  return textFor(code, rulesOf(attribute))
}

/** Selects begin with an empty option. */
function firstOption({ options }: Attribute): string | undefined {
  const all = Array.isArray(options) ? options.filter(isObject) : []
  const value = all.map((one) => String(one.value ?? '')).find((text) => text !== '')
  return value
}

function rulesOf({ validation_rules: rules }: Attribute): Record<string, string> {
  const list = Array.isArray(rules) ? rules.filter(isObject) : []
  return Object.fromEntries(list.map(({ name, value }) => [String(name), String(value)]))
}

const looksLikeANumber = /phone|mobile|tel|fax|number|_no$|_id$|vat|tax|siret|siren|nif|cpf|cnpj|code/i
const texts: Record<string, string> = {
  alpha: 'Contract',
  email: 'contract@example.com',
  url: 'https://example.com/',
  date: '1990-01-31',
  alphanumeric: '{{digits}}',
  numeric: '{{digits}}',
}

function textFor(code: string, rules: Record<string, string>): string {
  const validated = texts[rules.input_validation ?? '']
  const text = validated ?? (looksLikeANumber.test(code) ? '{{digits}}' : 'Contract')
  const [least, most] = [Number(rules.min_text_length ?? 0), Number(rules.max_text_length ?? 255)]
  // Ten digits stand in the place of the mark.
  const length = text === '{{digits}}' ? 10 : text.length
  if (length > most) return text === '{{digits}}' ? '1234567890'.slice(0, most) : text.slice(0, most)
  return length < least ? text + '1'.repeat(least - length) : text
}
