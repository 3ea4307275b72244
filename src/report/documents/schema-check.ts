import { isDeepStrictEqual } from 'node:util'
import { isObject, type JsonObject } from '../../shared/json/object.ts'
import { namesOf, pointerOf } from '../../shared/json/pointer.ts'
import type { SchemaFacts } from './facts.ts'

/** One thing that a schema objects to in a value. */
export interface Objection {
  readonly keyword: string
  /** The schema that has the keyword. */
  readonly schema: SchemaFacts
  /** The place in the value, and what stands there. */
  readonly at: string
  readonly data: unknown
  /** The property that is missing, or one too many. */
  readonly property?: string
}

type Report = (objection: Objection) => void

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: (value) => typeof value === 'number' && value % 1 === 0,
  boolean: (value) => typeof value === 'boolean',
  array: Array.isArray,
  object: isObject,
  null: (value) => value === null,
}

/**
 * Checks values by the few keywords that the facts of a document have, and those of its corrections. It compiles nothing: a run asks each schema for
 * few answers, and compiling took longer than all of them.
 * @param definitions what a `$ref` may refer to
 * @returns undefined for a schema that says what no schema may, or refers to what there is not: it judges nothing
 */
export function checkerOf(
  schema: SchemaFacts,
  definitions: Readonly<Record<string, SchemaFacts>>,
): ((value: unknown) => Objection[]) | undefined {
  if (!isUsable(schema, definitions, new Set())) return undefined
  return (value) => {
    const found: Objection[] = []
    check(schema, value, '', definitions, new Set(), (objection) => found.push(objection))
    return found
  }
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

function referredTo(reference: unknown, definitions: Readonly<Record<string, SchemaFacts>>): SchemaFacts | undefined {
  const [, area, name = '', ...more] = String(reference).startsWith('#/')
    ? ['', ...namesOf(String(reference).slice(1))]
    : []
  if (area !== 'definitions' || more.length > 0) return undefined
  return Object.hasOwn(definitions, name) ? definitions[name] : undefined
}

function isUsable(schema: unknown, definitions: Readonly<Record<string, SchemaFacts>>, seen: Set<unknown>): boolean {
  if (typeof schema === 'boolean' || seen.has(schema)) return true
  if (!isObject(schema)) return false
  seen.add(schema)
  const usable = (one: unknown) => isUsable(one, definitions, seen)
  const { type, enum: values, required, $ref, items, additionalProperties, allOf, anyOf, properties } = schema
  return (
    (type === undefined || listOf(type).every((name) => Object.hasOwn(types, String(name)))) &&
    (values === undefined || (Array.isArray(values) && values.length > 0)) &&
    (required === undefined || (Array.isArray(required) && required.every((name) => typeof name === 'string'))) &&
    ($ref === undefined || usable(referredTo($ref, definitions))) &&
    (items === undefined || usable(items)) &&
    (additionalProperties === undefined || usable(additionalProperties)) &&
    (allOf === undefined || (Array.isArray(allOf) && allOf.every(usable))) &&
    (anyOf === undefined || (Array.isArray(anyOf) && anyOf.every(usable))) &&
    (properties === undefined || (isObject(properties) && Object.values(properties).every(usable)))
  )
}

/** @param active the schemas that look at this very value: one that refers to itself says nothing more */
function check(
  schema: unknown,
  data: unknown,
  at: string,
  definitions: Readonly<Record<string, SchemaFacts>>,
  active: Set<unknown>,
  report: Report,
): void {
  if (!isObject(schema) || active.has(schema)) return
  active.add(schema)
  const { type, enum: values, $ref, allOf, anyOf, items, maxItems } = schema
  const object = (keyword: string, property?: string) =>
    report({ keyword, schema, at, data, ...(property === undefined ? {} : { property }) })
  if (type !== undefined && !listOf(type).some((name) => types[String(name)]?.(data))) object('type')
  if ($ref !== undefined) check(referredTo($ref, definitions), data, at, definitions, active, report)
  if (Array.isArray(values) && !values.some((value) => isDeepStrictEqual(value, data))) object('enum')
  if (Array.isArray(allOf)) for (const part of allOf) check(part, data, at, definitions, active, report)
  if (Array.isArray(anyOf)) {
    const branches = anyOf.map((part) => {
      const found: Objection[] = []
      check(part, data, at, definitions, active, (objection) => found.push(objection))
      return found
    })
    if (branches.every((found) => found.length > 0)) {
      for (const objection of branches.flat()) report(objection)
      object('anyOf')
    }
  }
  if (Array.isArray(data) && typeof maxItems === 'number' && data.length > maxItems) object('maxItems')
  if (items !== undefined && Array.isArray(data))
    for (const [index, item] of data.entries()) check(items, item, `${at}/${index}`, definitions, new Set(), report)
  if (isObject(data)) checkMembers(schema, data, at, definitions, object, report)
  active.delete(schema)
}

function checkMembers(
  { required, properties, additionalProperties }: SchemaFacts,
  data: JsonObject,
  at: string,
  definitions: Readonly<Record<string, SchemaFacts>>,
  object: (keyword: string, property: string) => void,
  report: Report,
): void {
  const declared = isObject(properties) ? properties : {}
  const checkMember = (schema: unknown, name: string) =>
    check(schema, data[name], at + pointerOf(name), definitions, new Set(), report)
  if (Array.isArray(required)) for (const name of required) if (!Object.hasOwn(data, name)) object('required', name)
  if (additionalProperties !== undefined)
    for (const name of Object.keys(data))
      if (!Object.hasOwn(declared, name)) {
        if (additionalProperties === false) object('additionalProperties', name)
        else checkMember(additionalProperties, name)
      }
  for (const [name, schema] of Object.entries(declared)) if (Object.hasOwn(data, name)) checkMember(schema, name)
}
