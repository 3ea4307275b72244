import type { OpenAPIV2 } from 'openapi-types'
import { isObject, type JsonObject } from '../../shared/json/object.ts'

/** A schema without descriptions. */
export type SchemaFacts = { readonly [keyword: string]: unknown }

/**
 * A parameter without descriptions. A body parameter has no name here, as Magento generates one that changed in 2.4.4.
 */
export type ParameterFacts = { readonly in: string; readonly name?: string; readonly [keyword: string]: unknown }

export interface OperationFacts {
  readonly parameters?: readonly ParameterFacts[]
  readonly responses: Readonly<Record<string, { readonly schema?: SchemaFacts }>>
}

/**
 * The machine-readable parts of an OpenAPI 2.0 document: operations, parameters, statuses, types; no descriptions,
 * examples or labels. Each has the same JSON pointer as in the document.
 */
export interface Facts {
  readonly securityDefinitions?: OpenAPIV2.SecurityDefinitionsObject
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationFacts>>>>
  readonly definitions: Readonly<Record<string, SchemaFacts>>
}

/** The methods of an OpenAPI 2.0 path item. */
export const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch']
const schemaKeywords = ['type', 'format', 'enum', '$ref', 'required', 'additionalProperties']
const parameterKeywords = ['name', 'in', 'required', 'type', 'format', 'enum']

/**
 * Returns the facts of an OpenAPI 2.0 document, which may be untrusted.
 * @returns undefined if it has no paths or no definitions
 */
export function factsOf(document: unknown): Facts | undefined {
  const { paths, definitions, securityDefinitions } = asObject(document)
  if (!isObject(paths) || !isObject(definitions)) return undefined
  const described = mapped(paths, (item) => {
    const operations = Object.entries(asObject(item)).filter(([method]) => methods.includes(method))
    return mapped(Object.fromEntries(operations), operationFacts)
  })
  return {
    ...(isObject(securityDefinitions) ? { securityDefinitions: securityDefinitions as never } : {}),
    paths: described,
    definitions: mapped(definitions, schemaFacts),
  }
}

function operationFacts(operation: unknown): OperationFacts {
  const { parameters, responses } = asObject(operation)
  return {
    ...(Array.isArray(parameters) ? { parameters: parameters.map(parameterFacts) } : {}),
    responses: mapped(asObject(responses), (response) => {
      const { schema } = asObject(response)
      return schema === undefined ? {} : { schema: schemaFacts(schema) }
    }),
  }
}

function parameterFacts(parameter: unknown): ParameterFacts {
  const { schema, ...rest } = asObject(parameter)
  const { name, ...facts } = picked(rest, parameterKeywords)
  const named = rest.in === 'body' ? facts : { ...(name === undefined ? {} : { name }), ...facts }
  return { ...named, ...(schema === undefined ? {} : { schema: schemaFacts(schema) }) } as ParameterFacts
}

function schemaFacts(schema: unknown): SchemaFacts {
  const { items, properties, allOf, ...rest } = asObject(schema)
  return {
    ...picked(rest, schemaKeywords),
    ...(items === undefined ? {} : { items: schemaFacts(items) }),
    ...(isObject(properties) ? { properties: mapped(properties, schemaFacts) } : {}),
    ...(Array.isArray(allOf) ? { allOf: allOf.map(schemaFacts) } : {}),
  }
}

const asObject = (value: unknown): JsonObject => (isObject(value) ? value : {})

const picked = (object: JsonObject, keys: readonly string[]): JsonObject =>
  Object.fromEntries(keys.filter((key) => Object.hasOwn(object, key)).map((key) => [key, object[key]]))

const mapped = <T>(object: JsonObject, change: (value: unknown) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]))
