import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { decoded } from '../../shared/decoded.ts'
import { isObject } from '../../shared/json/object.ts'
import { namesOf, pointerOf } from '../../shared/json/pointer.ts'
import { remembering } from '../../shared/memo.ts'
import type { Facts, SchemaFacts } from './facts.ts'

/** A disagreement between a value and a document. */
export interface Problem {
  /** Place in the document. */
  readonly pointer: string
  /** Place in the value. */
  readonly at: string
  readonly keyword: string
  readonly documentSays: string
  readonly valueSays: string
}

export type Validate = (value: unknown) => Problem[]

/** Returns the validator for the responses of an operation with a status; undefined if the document has no schema. */
export type ValidatorOf = (path: string, method: string, status: string) => Validate | undefined

/** Compiled schemas, shared by content. */
interface Compiled {
  readonly ajv: Ajv
  /** Ids of definitions, by their text and the text of all that they refer to. */
  readonly ids: Map<string, string>
  readonly places: Map<object, string>
  readonly validators: Map<string, Validate | undefined>
}

/** Most definitions are the same in the shop's and Adobe's documents, with and without known errors. */
let shared: Compiled | undefined
const mostDefinitions = 400

/**
 * Returns the validators of a document. Schemas are compiled on first use, and definitions shared by several documents
 * once. Unknown keywords are ignored. An object with listed properties allows no others: a field that the document does
 * not name is a disagreement.
 */
export const validatorsOf = remembering((facts: Facts): ValidatorOf => {
  if (!shared || shared.ids.size > mostDefinitions) shared = nothingCompiled()
  const compiled = shared
  const idOf = idsOf(facts.definitions, compiled)
  return (path, method, status) => {
    const schema = facts.paths[path]?.[method]?.responses[status]?.schema
    return (
      schema && validatorOf(schema, pointerOf('paths', path, method, 'responses', status, 'schema'), idOf, compiled)
    )
  }
})

function nothingCompiled(): Compiled {
  const ajv = new Ajv({
    strict: false,
    validateSchema: false,
    meta: false,
    validateFormats: false,
    allErrors: true,
    verbose: true,
    messages: false,
    // Compile each definition once, without inlining or optimization, which is faster.
    inlineRefs: false,
    code: { optimize: false },
  })
  return { ajv, ids: new Map(), places: new Map(), validators: new Map() }
}

/**
 * Compiles a schema. One that cannot be compiled (e.g. with a broken reference) validates nothing; SCHEMA-08 reports
 * it.
 */
function validatorOf(schema: SchemaFacts, pointer: string, idOf: IdOf, compiled: Compiled): Validate | undefined {
  const { ajv, places, validators } = compiled
  const closed = closedCopy(schema, idOf) as SchemaFacts
  // A schema that is only a reference has the same places for all operations.
  const key = JSON.stringify(typeof schema.$ref === 'string' ? closed.$ref : [pointer, closed])
  if (!validators.has(key))
    validators.set(
      key,
      compile(ajv, closed, (part) => places.get(part) ?? pointer),
    )
  return validators.get(key)
}

type PlaceOf = (schema: object) => string

function compile(ajv: Ajv, schema: SchemaFacts, placeOf: PlaceOf): Validate | undefined {
  let validate: ValidateFunction
  try {
    validate = ajv.compile(schema)
  } catch {
    return undefined
  }
  return (value: unknown) => (validate(value) ? [] : (validate.errors ?? []).map((error) => problemOf(error, placeOf)))
}

/** Returns the id under which a reference of a document is compiled. */
type IdOf = (reference: string) => string

const definitionIn = /^#\/definitions\/([^/]+)/
const nameIn = (reference: string) => namesOf(`/${decoded(definitionIn.exec(reference)?.[1] ?? '')}`)[0] as string

/** Adds a document's definitions to the compiler, each at the first reference to it. */
function idsOf(definitions: Facts['definitions'], { ajv, ids, places }: Compiled): IdOf {
  const known = new Map<string, string>()
  const idOf: IdOf = (reference) => {
    const name = nameIn(reference)
    if (!Object.hasOwn(definitions, name)) return `nowhere:${encodeURIComponent(reference)}`
    return `${known.get(name) ?? idOfDefinition(name)}${reference}`
  }
  const idOfDefinition = (name: string): string => {
    const content = JSON.stringify([...withAllBelow(name, definitions)].map((one) => [one, definitions[one]]))
    const id = ids.get(content) ?? `definition:${ids.size}`
    known.set(name, id)
    if (ids.has(content)) return id
    ids.set(content, id)
    const closed = closedCopy(definitions[name], idOf) as SchemaFacts
    place(closed, pointerOf('definitions', name), places)
    ajv.addSchema({ definitions: { [name]: closed } }, id)
    return id
  }
  return idOf
}

/** Returns a definition's name, followed by those of all definitions that it refers to. */
function withAllBelow(name: string, definitions: Facts['definitions']): Set<string> {
  const names = new Set([name])
  for (const one of names)
    for (const reference of referencesIn(definitions[one])) {
      const other = nameIn(reference)
      if (Object.hasOwn(definitions, other)) names.add(other)
    }
  return names
}

function referencesIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' ? [value] : referencesIn(value),
  )
}

function problemOf(error: ErrorObject, placeOf: PlaceOf): Problem {
  const { keyword, instancePath, parentSchema, schema, data, params } = error
  const place = placeOf(parentSchema ?? {})
  const [at, documentSays, valueSays] =
    keyword === 'additionalProperties'
      ? (['properties', `no "${params.additionalProperty}"`, quote(member(data, params.additionalProperty))] as const)
      : keyword === 'required'
        ? ([keyword, `"required": ${quote(schema)}`, `no "${params.missingProperty}"`] as const)
        : ([keyword, `"${keyword}": ${quote(schema)}`, quote(data)] as const)
  const inside = keyword === 'additionalProperties' ? pointerOf(params.additionalProperty) : ''
  return { pointer: `${place}/${at}`, at: `${instancePath}${inside}`, keyword, documentSays, valueSays }
}

const member = (data: unknown, name: string) => ({ [name]: (data as Record<string, unknown>)[name] })

const longestQuote = 120

/** Returns a value as JSON, shortened. */
export function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text
}

/** Returns a copy of a schema that allows only listed properties, with compiled references. */
function closedCopy(value: unknown, idOf: IdOf): unknown {
  if (Array.isArray(value)) return value.map((inner) => closedCopy(inner, idOf))
  if (!isObject(value)) return value
  const copy = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string' ? idOf(inner) : closedCopy(inner, idOf),
    ]),
  )
  const isOpenObject = isObject(value.properties) && value.type === 'object' && !Object.hasOwn(value, 'allOf')
  return isOpenObject && value.additionalProperties === undefined ? { ...copy, additionalProperties: false } : copy
}

function place(value: unknown, pointer: string, places: Map<object, string>): void {
  if (typeof value !== 'object' || value === null) return
  places.set(value, pointer)
  for (const [key, inner] of Object.entries(value)) place(inner, pointer + pointerOf(key), places)
}
