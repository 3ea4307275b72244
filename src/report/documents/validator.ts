import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { isObject } from '../../shared/json/object.ts'
import { pointerOf } from '../../shared/json/pointer.ts'
import { remembering } from '../../shared/memo.ts'
import type { Facts, SchemaFacts } from './facts.ts'

/** Where a value and a document disagree, with what each says there. */
export interface Problem {
  /** The place in the document. */
  readonly pointer: string
  /** The place in the value. */
  readonly at: string
  readonly keyword: string
  readonly documentSays: string
  readonly valueSays: string
}

export type Validate = (value: unknown) => Problem[]

/** Gives the validator of what an operation answers with a status; undefined where the document has no schema for it. */
export type ValidatorOf = (path: string, method: string, status: string) => Validate | undefined

/** The newest documents asked for: a run asks for its own two and for Adobe's. */
const kept = new Map<string, ValidatorOf>()
const mostKept = 16

/**
 * Compiles a document's schemas, each when it is first needed. Unknown keywords are ignored, and an object that lists
 * properties has no others: what an answer has and a document does not name is a disagreement.
 */
export const validatorsOf = remembering((facts: Facts): ValidatorOf => {
  const key = JSON.stringify(facts)
  const known = kept.get(key) ?? compile(facts)
  kept.delete(key)
  kept.set(key, known)
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  return known
})

function compile(facts: Facts): ValidatorOf {
  const closed = closedCopy(facts) as Facts
  const places = new Map<object, string>()
  place(closed, '', places)
  const ajv = new Ajv({
    strict: false,
    validateSchema: false,
    validateFormats: false,
    allErrors: true,
    verbose: true,
    // Each definition is compiled once, however many refer to it, and as it comes: that is over sooner.
    inlineRefs: false,
    code: { optimize: false },
  })
  ajv.addSchema({ $id: 'document', definitions: closed.definitions })
  const compiled = new Map<string, Validate | undefined>()
  return (path, method, status) => {
    const schema = closed.paths[path]?.[method]?.responses[status]?.schema
    if (!schema) return undefined
    // Two operations that answer with the same definition share its validator.
    const key = typeof schema.$ref === 'string' ? schema.$ref : pointerOf(path, method, status)
    const pointer = pointerOf('paths', path, method, 'responses', status, 'schema')
    if (!compiled.has(key))
      compiled.set(
        key,
        validateOf(ajv, schema, (part) => places.get(part) ?? pointer),
      )
    return compiled.get(key)
  }
}

type PlaceOf = (schema: object) => string

/** A schema that cannot be compiled (a reference to nothing, say) judges nothing: SCHEMA-08 says so. */
function validateOf(ajv: Ajv, schema: SchemaFacts, placeOf: PlaceOf): Validate | undefined {
  let validate: ValidateFunction
  try {
    validate = ajv.compile(absolute(schema) as SchemaFacts)
  } catch {
    return undefined
  }
  return (value: unknown) => (validate(value) ? [] : (validate.errors ?? []).map((error) => problemOf(error, placeOf)))
}

/** The same with references that hold from outside the document too. */
function absolute(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(absolute)
  if (!isObject(schema)) return schema
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, key === '$ref' ? `document${value}` : absolute(value)]),
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

/** A value in a form short enough to be read. */
export function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text
}

function closedCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closedCopy)
  if (!isObject(value)) return value
  const copy = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, closedCopy(inner)]))
  const isOpenObject = isObject(value.properties) && value.type === 'object' && !Object.hasOwn(value, 'allOf')
  return isOpenObject && value.additionalProperties === undefined ? { ...copy, additionalProperties: false } : copy
}

function place(value: unknown, pointer: string, places: Map<object, string>): void {
  if (typeof value !== 'object' || value === null) return
  places.set(value, pointer)
  for (const [key, inner] of Object.entries(value)) place(inner, pointer + pointerOf(key), places)
}
