import { createHash } from 'node:crypto'
import type { Exchange } from '../recording/exchange.ts'
import { isObject } from '../shared/json/object.ts'
import type { Ask, Token } from '../target/client/request.ts'
import { type CustomerFields, type EntityFields, noFields } from '../target/customer-fields.ts'
import { documented } from './documented.ts'
import { camelCase, everything, type Taken, takenValues } from './taken-values.ts'

type Json = Record<string, unknown>

/** How the run's requests must differ on this shop from those for a stock shop. */
export interface Fitting {
  readonly fields: CustomerFields
  /** True if the shop refuses the run's addresses: accounts are created without one. */
  readonly withoutAddresses?: true
  /** Number of street lines, if known. */
  readonly streetLines: number | undefined
  /** Website and store view that registrations must name. */
  readonly place: { readonly website_id: number; readonly store_id: number } | undefined
  /** Administrator who creates accounts, if guests may not register. */
  readonly registrar: Token | undefined
  /** Values that the shop accepts in place of those of a stock shop. */
  readonly taken: Taken
  /** Required fields of each account, by e-mail address in lower case and by id. Updates repeat them. */
  readonly sent: Map<string, Json>
}

/** The fitting of a stock shop. */
export const stock: Fitting = {
  fields: noFields,
  streetLines: undefined,
  place: undefined,
  registrar: undefined,
  taken: everything,
  sent: new Map(),
}

/** Placeholder in a value for ten digits that differ per account, for unique fields. */
export const digitsMark = '{{digits}}'
/** Magento's maximum of street lines; a request with more is meant to be refused. */
const mostStreetLines = 4

const registration = /^\/*V1\/+customers\/*(\?|$)/i
const writing = /^\/*V1\/+customers(\/+(me|validate|\d+))?\/*(\?|$)/i

/**
 * Adapts a request that writes a customer: adds missing required fields, and replaces values that the shop refuses.
 * Values that are wrong on purpose are not changed.
 */
export function fitted(request: Ask, fitting: Fitting): Ask {
  if (fitting === stock || !/^(POST|PUT)$/i.test(request.method) || !writing.test(request.path)) return request
  const creates = request.method.toUpperCase() === 'POST' && registration.test(request.path)
  const body = bodyFitted(creates && fitting.withoutAddresses ? unaddressed(request) : request, {
    ...fitting,
    place: creates ? fitting.place : undefined,
  })
  return creates && fitting.registrar !== undefined && isGuests(request) ? { ...body, token: fitting.registrar } : body
}

const addressFields = new Set([
  ...Object.keys(documented.customer.addresses[0] ?? {}),
  ...['regionId', 'company', 'fax', 'vatId', 'prefix', 'middlename', 'suffix', 'customAttributes'],
])

/** Removes well-formed addresses. A malformed one stays, because it is refused for its form. */
function unaddressed(request: Ask): Ask {
  if (!isObject(request.json) || !isObject(request.json.customer)) return request
  const { addresses: all } = request.json.customer
  const isSound = (one: unknown) =>
    isObject(one) && Array.isArray(one.street) && Object.keys(one).every((key) => addressFields.has(camelCase(key)))
  if (!Array.isArray(all) || !all.every(isSound)) return request
  const { addresses, ...customer } = request.json.customer
  return { ...request, json: { ...request.json, customer } }
}

function isGuests({ token, headers = {} }: Ask): boolean {
  return token === undefined && !Object.keys(headers).some((name) => /^authorization$/i.test(name))
}

function bodyFitted(request: Ask, fitting: Fitting): Ask {
  if (isObject(request.json) && isObject(request.json.customer)) {
    const id = /customers\/+(\d+)/i.exec(request.path)?.[1]
    const customer = customerFitted(request.json.customer, fitting, id)
    return { ...request, json: { ...request.json, customer } }
  }
  return typeof request.body === 'string' ? { ...request, body: textFitted(request.body, fitting) } : request
}

/** Remembers the required fields of a customer that the shop returned. */
export function remember({ status, json }: Exchange, { fields, sent }: Fitting): void {
  const names = Object.keys(fields.customer.fields)
  if (names.length === 0 || status !== 200 || !isObject(json) || typeof json.email !== 'string') return
  const values = Object.fromEntries(names.flatMap((name) => (name in json ? [[name, json[name]]] : [])))
  for (const key of [json.email.toLowerCase(), String(json.id)]) sent.set(key, values)
}

function customerFitted(
  given: Json,
  { fields, place, streetLines, sent, taken }: Fitting,
  id: string | undefined,
): Json {
  const email = String(given.email ?? '')
  const customer = takenValues(given, 'customer', taken, (value) => ownValue(value, email))
  const made = sent.get(email.toLowerCase()) ?? sent.get(id ?? '') ?? {}
  const placed = place && !has(customer, 'website_id') && !has(customer, 'store_id') ? place : {}
  const wanted = { ...fields.customer, fields: { ...fields.customer.fields, ...made } }
  const whole = { ...entityFitted(customer, wanted, email), ...placed }
  if (!Array.isArray(customer.addresses)) return whole
  const addresses = customer.addresses.map((address) =>
    isObject(address)
      ? addressFitted(
          takenValues(address, 'address', taken, (value) => ownValue(value, email)),
          fields.address,
          email,
          streetLines,
        )
      : address,
  )
  return { ...whole, addresses }
}

function addressFitted(address: Json, fields: EntityFields, email: string, lines: number | undefined): Json {
  const whole = entityFitted(address, fields, email)
  const { street } = address
  const tooLong = lines !== undefined && Array.isArray(street) && street.length > lines
  return tooLong && street.length <= mostStreetLines ? { ...whole, street: street.slice(0, lines) } : whole
}

function entityFitted(entity: Json, { fields, customAttributes, extensionAttributes }: EntityFields, email: string) {
  const missing = Object.entries(fields).filter(([name]) => !has(entity, name))
  const added: Json = Object.fromEntries(missing.map(([name, value]) => [name, ownValue(value, email)]))
  const custom = keyFor(entity, 'custom_attributes')
  const list = entity[custom] ?? []
  if (Array.isArray(list) && Object.keys(customAttributes).length > 0) {
    const absent = Object.entries(customAttributes).filter(([code]) => !list.some((one) => codeOf(one) === code))
    added[custom] = [
      ...list,
      ...absent.map(([code, value]) => ({ attribute_code: code, value: ownValue(value, email) })),
    ]
  }
  const extension = keyFor(entity, 'extension_attributes')
  const known = entity[extension] ?? {}
  if (isObject(known) && Object.keys(extensionAttributes).length > 0)
    added[extension] = { ...extensionAttributes, ...known }
  return { ...entity, ...added }
}

/** Adds fields to a JSON or XML text without changing the rest, as its format is part of the test. */
function textFitted(body: string, { fields, place }: Fitting): string {
  const email = /"email"\s*:\s*"([^"]+)"|<email>([^<]+)</.exec(body)
  const simple = Object.entries({ ...fields.customer.fields, ...place }).filter(
    ([name]) => !new RegExp(`["<](${name}|${camelCase(name)})[">]`).test(body),
  )
  const values = simple.map(([name, value]) => [name, ownValue(value, email?.[1] ?? email?.[2] ?? '')] as const)
  if (values.length === 0) return body
  const json = values.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)},`).join('')
  const xml = values.map(([name, value]) => `<${name}>${value}</${name}>`).join('')
  return body.replace(/("customer"\s*:\s*\{)(?=\s*")/, `$1${json}`).replace('<customer>', `<customer>${xml}`)
}

/** Replaces `{{digits}}` in a text by ten digits derived from the account's address. */
function ownValue(value: unknown, email: string): unknown {
  if (typeof value !== 'string' || !value.includes(digitsMark)) return value
  const digest = createHash('sha256').update(email.toLowerCase()).digest()
  return value.replaceAll(digitsMark, `5${String(digest.readUIntBE(0, 6) % 1e9).padStart(9, '0')}`)
}

const has = (entity: Json, name: string) => name in entity || camelCase(name) in entity
const keyFor = (entity: Json, name: string) => (camelCase(name) in entity ? camelCase(name) : name)
const codeOf = (attribute: unknown) =>
  isObject(attribute) ? (attribute.attribute_code ?? attribute.attributeCode) : ''
