import { isObject } from '../../shared/json/object.ts'
import { pointerOf } from '../../shared/json/pointer.ts'
import { remembering } from '../../shared/memo.ts'
import type { Facts, SchemaFacts } from './facts.ts'
import { checkerOf, type Objection } from './schema-check.ts'

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
 * Opens a document's schemas, each when it is first needed. Unknown keywords are ignored, and an object that lists
 * properties has no others: what an answer has and a document does not name is a disagreement.
 */
export const validatorsOf = remembering((facts: Facts): ValidatorOf => {
  const key = JSON.stringify(facts)
  const known = kept.get(key) ?? open(facts)
  kept.delete(key)
  kept.set(key, known)
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  return known
})

function open(facts: Facts): ValidatorOf {
  const closed = closedCopy(facts) as Facts
  const places = new Map<object, string>()
  place(closed, '', places)
  const opened = new Map<string, Validate | undefined>()
  return (path, method, status) => {
    const schema = closed.paths[path]?.[method]?.responses[status]?.schema
    if (!schema) return undefined
    // Two operations that answer with the same definition share its validator.
    const key = typeof schema.$ref === 'string' ? schema.$ref : pointerOf(path, method, status)
    const pointer = pointerOf('paths', path, method, 'responses', status, 'schema')
    if (!opened.has(key))
      opened.set(
        key,
        validateOf(schema, closed.definitions, (part) => places.get(part) ?? pointer),
      )
    return opened.get(key)
  }
}

type PlaceOf = (schema: object) => string

/** A schema that is none (a reference to nothing, say) judges nothing: SCHEMA-08 says so. */
function validateOf(schema: SchemaFacts, definitions: Facts['definitions'], placeOf: PlaceOf): Validate | undefined {
  const objections = checkerOf(schema, definitions)
  return objections && ((value) => objections(value).map((objection) => problemOf(objection, placeOf)))
}

function problemOf({ keyword, schema, at, data, property = '' }: Objection, placeOf: PlaceOf): Problem {
  const said = quote(schema[keyword])
  const [part, documentSays, valueSays] =
    keyword === 'additionalProperties'
      ? (['properties', `no "${property}"`, quote(member(data, property))] as const)
      : keyword === 'required'
        ? ([keyword, `"required": ${said}`, `no "${property}"`] as const)
        : ([keyword, `"${keyword}": ${said}`, quote(data)] as const)
  const inside = keyword === 'additionalProperties' ? pointerOf(property) : ''
  return { pointer: `${placeOf(schema)}/${part}`, at: `${at}${inside}`, keyword, documentSays, valueSays }
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
