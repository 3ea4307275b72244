import { createHash } from 'node:crypto'
import { isObject } from '../shared/json/object.ts'
import type { Ask, Token } from '../target/client/request.ts'
import { type CustomerFields, type EntityFields, noFields } from '../target/customer-fields.ts'

type Json = Record<string, unknown>

/** How the run's requests have to differ on this shop from those that a stock shop takes. */
export interface Fitting {
  readonly fields: CustomerFields
  /** How many lines a street has, where it is known. */
  readonly streetLines: number | undefined
  /** Where registrations have to say that they belong. */
  readonly place: { readonly website_id: number; readonly store_id: number } | undefined
  /** In whose name accounts are made, where guests may not register. */
  readonly registrar: Token | undefined
  /** By e-mail, in small letters, the required fields that accounts were made with: an update repeats them. */
  readonly sent: Map<string, Json>
}

/** A stock shop. */
export const stock: Fitting = {
  fields: noFields,
  streetLines: undefined,
  place: undefined,
  registrar: undefined,
  sent: new Map(),
}

/** Stands in a value for ten digits that each account has for itself, where a field must be unique. */
const digitsMark = '{{digits}}'
/** Magento has no more lines: whoever sends more wants to be refused. */
const mostStreetLines = 4

const registration = /^\/*V1\/+customers\/*(\?|$)/i
const writing = /^\/*V1\/+customers(\/+(me|validate|\d+))?\/*(\?|$)/i

/**
 * A request as this shop needs it: one that writes a customer gets the fields that it lacks. What it has already stays
 * as it is, also where it is wrong on purpose.
 */
export function fitted(request: Ask, fitting: Fitting): Ask {
  if (fitting === stock || !/^(POST|PUT)$/i.test(request.method) || !writing.test(request.path)) return request
  const creates = request.method.toUpperCase() === 'POST' && registration.test(request.path)
  const body = bodyFitted(request, creates ? fitting : { ...fitting, place: undefined })
  return creates && fitting.registrar !== undefined && isGuests(request) ? { ...body, token: fitting.registrar } : body
}

function isGuests({ token, headers = {} }: Ask): boolean {
  return token === undefined && !Object.keys(headers).some((name) => /^authorization$/i.test(name))
}

function bodyFitted(request: Ask, fitting: Fitting): Ask {
  if (isObject(request.json) && isObject(request.json.customer)) {
    const customer = customerFitted(request.json.customer, fitting)
    if (/^POST$/i.test(request.method)) remember(customer, fitting)
    return { ...request, json: { ...request.json, customer } }
  }
  return typeof request.body === 'string' ? { ...request, body: textFitted(request.body, fitting) } : request
}

function remember(customer: Json, { fields, sent }: Fitting): void {
  const names = Object.keys(fields.customer.fields)
  const values = names.map((name) => [name, customer[name] ?? customer[camelCase(name)]])
  sent.set(String(customer.email).toLowerCase(), Object.fromEntries(values))
}

function customerFitted(customer: Json, { fields, place, streetLines, sent }: Fitting): Json {
  const email = String(customer.email ?? '')
  const made = sent.get(email.toLowerCase()) ?? {}
  const placed = place && !has(customer, 'website_id') && !has(customer, 'store_id') ? place : {}
  const wanted = { ...fields.customer, fields: { ...fields.customer.fields, ...made } }
  const whole = { ...entityFitted(customer, wanted, email), ...placed }
  if (!Array.isArray(customer.addresses)) return whole
  const addresses = customer.addresses.map((address) =>
    isObject(address) ? addressFitted(address, fields.address, email, streetLines) : address,
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

/** The fields of a text that is JSON or XML, put in without touching the rest: how it is written is what is asked. */
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

/** A text with `{{digits}}` gets ten digits made from the account's address. */
function ownValue(value: unknown, email: string): unknown {
  if (typeof value !== 'string' || !value.includes(digitsMark)) return value
  const digest = createHash('sha256').update(email.toLowerCase()).digest()
  return value.replaceAll(digitsMark, `5${String(digest.readUIntBE(0, 6) % 1e9).padStart(9, '0')}`)
}

const camelCase = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
const has = (entity: Json, name: string) => name in entity || camelCase(name) in entity
const keyFor = (entity: Json, name: string) => (camelCase(name) in entity ? camelCase(name) : name)
const codeOf = (attribute: unknown) =>
  isObject(attribute) ? (attribute.attribute_code ?? attribute.attributeCode) : ''
