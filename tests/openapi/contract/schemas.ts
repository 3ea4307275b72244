import { readFileSync } from 'node:fs'
import { names as schemaNames } from '../../../src/judge/body-validators.ts'
import { inputs } from './inputs.ts'
import { results } from './results.ts'

const folder = new URL('../../../schemas/', import.meta.url)

/** The names that the schemas of the folder, and their definitions, have in the document. */
const names: Record<string, string> = {
  'address.schema.json': 'Address',
  'country.schema.json': 'Country',
  'customer.schema.json': 'Customer',
  'customer-search.schema.json': 'CustomerSearch',
  'error.schema.json': 'Error',
  '#/$defs/time': 'Time',
  '#/$defs/custom_attributes': 'CustomAttributes',
  '#/$defs/parameters': 'ErrorParameters',
}

/** Returns the schemas that a part of a document references, directly or indirectly, by name. */
export function schemasUsedBy(part: unknown): Record<string, unknown> {
  const all = componentSchemas()
  const used = new Set<string>()
  const follow = (value: unknown) => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (used.has(name)) continue
      used.add(name)
      follow(all[name])
    }
  }
  follow(part)
  return Object.fromEntries([...used].sort().map((name) => [name, all[name]]))
}

/** The suite's own schemas, and those that only the document needs. */
function componentSchemas(): Record<string, unknown> {
  const schemas: Record<string, unknown> = { ...inputs, ...results }
  for (const name of schemaNames) {
    const { $schema: _, $id, $defs = {}, ...rest } = read(name)
    schemas[nameOf($id as string)] = adapted(rest)
    for (const [key, value] of Object.entries($defs as object)) schemas[nameOf(`#/$defs/${key}`)] = adapted(value)
  }
  return schemas
}

/**
 * Points references to the document's components. Fields that must be absent are removed, because clients do not need
 * them, and lists get an explicit item type, which generators require.
 */
function adapted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(adapted)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).flatMap(([key, entry]) => {
    if (key === '$ref') return [[key, `#/components/schemas/${nameOf(entry)}`]]
    return entry === false ? [] : [[key, adapted(entry)]]
  })
  const holdsAnything = 'type' in value && value.type === 'array' && !('items' in value)
  return { ...Object.fromEntries(entries), ...(holdsAnything ? { items: {} } : {}) }
}

function nameOf(reference: string): string {
  const name = names[reference] ?? names[reference.slice(reference.indexOf('#'))]
  if (!name) throw new Error(`the document has no name for the schema ${reference}: give it one in schemas.ts`)
  return name
}

function read(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`${name}.schema.json`, folder), 'utf8'))
}
