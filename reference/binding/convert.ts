import { Breakdown, bad, Refusal } from '../errors.ts'
import type { Call, Shop } from '../types.ts'
import { customAttributes } from './customAttributes.ts'
import { toBoolean, toInteger, toText, wrongType } from './scalars.ts'
import { propertyOf, shapes, upperCamel } from './shapes.ts'

/** Converts a decoded value to a type of `shapes.ts`. */
export function convert(shop: Shop, call: Call, value: unknown, type: string): unknown {
  if (type === 'string') return toText(value)
  if (type === 'int') return toInteger(value, shop.rules.blankAfterNumber)
  if (type === 'bool') return toBoolean(value)
  if (type === 'mixed') return value
  if (type === 'string[]') return texts(value)
  if (type === 'CustomAttribute[]') return customAttributes(value, shop.rules.listedAttributeCodeIsText)
  if (type.endsWith('[]')) return objects(shop, call, value, type.slice(0, -2))
  return object(shop, call, value, type)
}

function texts(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) throw wrongType(typeName(value), 'string[]')
  return Object.values(value).map((item) => {
    if (typeof item === 'object') throw new Breakdown('a list within a list of texts')
    return toText(item)
  })
}

function typeName(value: unknown): string {
  const names: Record<string, string> = { number: 'integer', boolean: 'boolean', string: 'string' }
  return value === null ? 'NULL' : (names[typeof value] ?? typeof value)
}

function objects(shop: Shop, call: Call, value: unknown, shape: string): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  const items = Object.values(value)
  if (shop.rules.inputLimits || shop.settings.get('webapi/validation/input_limit_enabled') === '1') {
    const max = shop.settings.integer('webapi/validation/complex_array_limit')
    if (items.length > max) throw bad('Maximum items of type "%type" is %max', { type: shape, max })
  }
  return items.map((item) => object(shop, call, item, shape))
}

/** A value that is no object counts as an empty one. */
function object(shop: Shop, call: Call, value: unknown, shape: string): Record<string, unknown> {
  const made: Record<string, unknown> = {}
  if (typeof value !== 'object' || value === null) return made
  const seen = new Set<string>()
  for (const [key, item] of Object.entries(value)) {
    const property = propertyOf(shape, key)
    const type = property && shapes[shape]?.[property]
    if (!type || (property === 'assistance_allowed' && !shop.rules.assistanceIsKnown)) throw unknownProperty(shop, key)
    if (seen.has(property) && firstWins(shop, call)) continue
    seen.add(property)
    made[property] = within(key, () => propertyValue(shop, call, key, item, type))
  }
  return made
}

function propertyValue(shop: Shop, call: Call, key: string, value: unknown, type: string): unknown {
  if (type === 'CustomAttribute[]') return customAttributes(value, shop.rules.listedAttributeCodeIsText)
  if (value === null) return type === 'bool' ? false : null
  const converted = convert(shop, call, value, type)
  if (shop.rules.scriptIsRefused && type === 'string' && /<script[^>]*>[\s\S]*?<\/script>/i.test(String(converted))) {
    throw bad('"%field_name" does not contains valid value.', { field_name: key })
  }
  return converted
}

function firstWins(shop: Shop, call: Call): boolean {
  const rule = shop.rules.firstSpellingWins
  return rule === 'all' || (rule === 'PUT' && call.method === 'PUT')
}

function unknownProperty(shop: Shop, key: string): Error {
  if (!shop.rules.unknownPropertyIsRefused) return new Breakdown(`unknown property ${key}`)
  return bad('"%fieldName" is not supported. Correct the field name and try again.', { fieldName: upperCamel(key) })
}

/** Adds the name of the property to a type error, once per level. */
function within<Result>(key: string, action: () => Result): Result {
  try {
    return action()
  } catch (error) {
    if (error instanceof Refusal && error.parameters === undefined && error.errors.length === 0) {
      throw bad(`Error occurred during "${key}" processing. ${error.message}`)
    }
    throw error
  }
}
