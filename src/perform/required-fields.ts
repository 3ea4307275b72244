import type { Exchange } from '../recording/exchange.ts'
import type { Probe } from '../recording/recording.ts'
import { isObject, type JsonObject } from '../shared/json/object.ts'
import type { Client } from '../target/client/client.ts'
import { get, type Token } from '../target/client/request.ts'
import { askIfAnswered } from '../target/client/unrecorded.ts'
import { type CustomerFields, type EntityFields, noFields } from '../target/customer-fields.ts'
import { snakeCase, stockFieldsNamed, stockValue } from './stock-fields.ts'
import type { Taken } from './taken-values.ts'

/** An attribute as `attributeMetadata` describes it. */
type Attribute = JsonObject & { readonly attribute_code: string }

/** The attributes of customers and their addresses, as the administrator reads them. */
export interface Attributes {
  readonly customer: readonly Attribute[]
  readonly address: readonly Attribute[]
}

type Kind = keyof Attributes

/** Fields that all registrations and addresses of the run have, or that the shop sets itself. */
const usual: Record<Kind, readonly string[]> = {
  customer: ['email', 'firstname', 'lastname', 'website_id', 'store_id', 'group_id', 'created_at', 'updated_at'],
  address: ['firstname', 'lastname', 'street', 'city', 'country_id', 'region', 'region_id', 'postcode', 'telephone'],
}

/** Reads the attributes; returns none if there is no answer. */
export async function readAttributes(client: Client, token: Token): Promise<Attributes> {
  const list = async (entity: string) => {
    const answer = await askIfAnswered(client, get(`/V1/attributeMetadata/${entity}`, { token }))
    const all = answer?.status === 200 && Array.isArray(answer.json) ? answer.json : []
    return all.filter((one): one is Attribute => isObject(one) && typeof one.attribute_code === 'string')
  }
  return { customer: await list('customer'), address: await list('customerAddress') }
}

/** Returns the fields that the metadata requires and the run does not send anyway, each with a value of its type. */
export function requiredBy(attributes: Attributes): CustomerFields {
  const of = (kind: Kind) =>
    attributes[kind].filter(
      ({ attribute_code: code, required, visible }) =>
        required === true && visible !== false && !usual[kind].includes(code),
    )
  return { customer: fieldsOf(of('customer'), 'customer'), address: fieldsOf(of('address'), 'address') }
}

/** Returns the number of street lines. */
export function streetLinesBy({ address }: Attributes): number | undefined {
  const lines = address.find(({ attribute_code: code }) => code === 'street')?.multiline_count
  return typeof lines === 'number' && lines > 0 ? lines : undefined
}

/** Fields for which a stock shop accepts any value, or one of its own list. */
const lists = ['gender', 'prefix', 'suffix']

/** Returns the values that the shop accepts: those of MAGENTO_CUSTOMER_FIELDS, and its closed lists. */
export function takenBy({ customer, address }: CustomerFields, attributes: Attributes): Taken {
  const options = (kind: Kind) =>
    Object.fromEntries(
      attributes[kind]
        .filter((one) => lists.includes(one.attribute_code) && optionsOf(one).length > 0)
        .map((one) => [one.attribute_code, optionsOf(one).map((text) => typed(one, text))]),
    )
  return {
    given: { customer: customer.fields, address: address.fields },
    options: { customer: options('customer'), address: options('address') },
  }
}

/** Returns the facts about the telephone field, which a shop may not have. */
export function telephoneBy({ address }: Attributes): Record<string, Probe> {
  const telephone = address.find(({ attribute_code: code }) => code === 'telephone')
  return telephone?.required === false ? { 'telephone optional': { value: true, from: 'attributeMetadata' } } : {}
}

/**
 * Returns the fields that a refusal names by label or code and the run does not send yet: from the shop's attributes,
 * or Magento's if those are unknown.
 * @param filled fields that the run sends
 * @returns undefined if there are none
 */
export function namedIn(refusal: Exchange, attributes: Attributes, filled: CustomerFields): CustomerFields | undefined {
  const names = namesIn(refusal)
  const isNamed = namedBy(names, String(refusal.at('/message').value ?? ''))
  const of = (kind: Kind) =>
    fieldsOf(
      attributes[kind].filter(
        (one) => isNamed(one) && !usual[kind].includes(one.attribute_code) && !isIn(filled[kind], one.attribute_code),
      ),
      kind,
    )
  // A label such as "Name Prefix" exists for customers and addresses; Magento checks the customer first.
  const [customer, address] = [of('customer'), of('address')]
  if (!isEmpty(customer)) return { ...noFields, customer }
  return isEmpty(address) ? stockFieldsNamed(names, filled) : { ...noFields, address }
}

/**
 * Returns a function that tests whether a refusal names an attribute: by a quoted label or code, or by a word of the
 * message.
 */
function namedBy(quoted: readonly string[], message: string): (attribute: Attribute) => boolean {
  const names = quoted.map((name) => name.toLowerCase())
  const words = ` ${message.toLowerCase().replace(/[^\p{L}\p{N}_]+/gu, ' ')} `
  return ({ attribute_code: code, store_label: label, frontend_label: front }) =>
    [code, label, front]
      .map((name) => String(name ?? '').toLowerCase())
      .some((name) => names.includes(name) || (name.length > 3 && quoted.length === 0 && words.includes(` ${name} `)))
}

const isIn = ({ fields, customAttributes }: EntityFields, code: string) => code in fields || code in customAttributes

/** Returns the names that an error response has in quotes or as its field: labels in any language, and codes. */
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

/** True if an error response says that fields are missing, and names them. */
export function isMissingField(refusal: Exchange): boolean {
  const text = JSON.stringify(refusal.json ?? '')
  const isMissing = /%fieldName\\" is required|is a required value|attribute value is empty/.test(text)
  // In other languages: each line begins with a quoted label.
  const lines = String(refusal.at('/message').value ?? '').split('\n')
  const quotes = lines.every((line) => /^["“„«][^"”“»%]+["”“»] /.test(line))
  return namesIn(refusal).length > 0 && (isMissing || quotes)
}

const isEmpty = ({ fields, customAttributes }: EntityFields) =>
  Object.keys(fields).length + Object.keys(customAttributes).length === 0

/** Builds fields. Attributes added by a merchant are custom attributes. */
function fieldsOf(attributes: readonly Attribute[], kind: Kind): EntityFields {
  const of = (custom: boolean) =>
    Object.fromEntries(
      attributes
        .filter(({ user_defined: added, system }) => (added === true && system !== true) === custom)
        .map((attribute) => [attribute.attribute_code, valueFor(attribute, kind)]),
    )
  return { fields: of(false), customAttributes: of(true), extensionAttributes: {} }
}

/** Returns a value that the type and the rules of an attribute allow. */
export function valueFor(attribute: Attribute, kind: Kind = 'customer'): unknown {
  const { attribute_code: code, frontend_input: input, backend_type: backend } = attribute
  const [option] = optionsOf(attribute)
  const rules = rulesOf(attribute)
  if (input === 'date' || input === 'datetime') return dateFor(rules)
  if (input === 'boolean') return '1'
  if (option !== undefined) return typed(attribute, option)
  if (input === 'multiline') return ['Contract']
  if (input === 'price' || backend === 'decimal' || backend === 'int') return '1'
  return textFor(code, rules, stockValue(kind, code))
}

/** Returns a date in the allowed range, whose limits are seconds since 1970 or dates. */
function dateFor({ date_range_min: least, date_range_max: most }: Record<string, string>): string {
  const day = (text: string | undefined) =>
    text ? (/^-?\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text)) : Number.NaN
  const [from, to] = [day(least), day(most)]
  const usualDay = Date.UTC(1990, 0, 31)
  const chosen = from > usualDay ? from : to < usualDay ? to : usualDay
  return new Date(chosen).toISOString().slice(0, 10)
}

/** Returns its options without the empty one. */
function optionsOf({ options }: Attribute): string[] {
  const all = Array.isArray(options) ? options.filter(isObject) : []
  return all.map((one) => String(one.value ?? '').trim()).filter((text) => text !== '')
}

/** Values of Magento's own selects are numbers. */
const typed = ({ backend_type: backend, system }: Attribute, option: string): string | number =>
  backend === 'int' && system === true ? Number(option) : option

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

/** @param stock value for a stock shop, if the field is Magento's own */
function textFor(code: string, rules: Record<string, string>, stock: unknown): string {
  const validated = texts[rules.input_validation ?? '']
  const guessed = looksLikeANumber.test(code) ? '{{digits}}' : 'Contract'
  const text = validated ?? (typeof stock === 'string' ? stock : guessed)
  const [least, most] = [Number(rules.min_text_length ?? 0), Number(rules.max_text_length ?? 255)]
  // The placeholder stands for ten digits.
  const length = text === '{{digits}}' ? 10 : text.length
  if (length > most) return text === '{{digits}}' ? '1234567890'.slice(0, most) : text.slice(0, most)
  return length < least ? text + '1'.repeat(least - length) : text
}
