import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'

/** The schemas of documented bodies, by file name without `.schema.json`. */
export const schemaNames = ['address', 'customer', 'error', 'customer-search', 'country'] as const
export type SchemaName = (typeof schemaNames)[number]

const folder = new URL('../../schemas/', import.meta.url)
const compiled = new Map<SchemaName, ValidateFunction>()

/** What a value breaks of a schema, each as `place: problem`; empty when it is valid. */
export function schemaErrors(name: SchemaName, value: unknown): string[] {
  const validate = compile(name)
  if (validate(value)) return []
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const extra = 'additionalProperty' in params ? ` (${params.additionalProperty})` : ''
    return `${instancePath || 'the body'} ${message}${extra}`
  })
}

/** A schema as it is written. */
function readSchema(name: string): object {
  return JSON.parse(readFileSync(new URL(`${name}.schema.json`, folder), 'utf8')) as object
}

function compile(name: SchemaName): ValidateFunction {
  let validate = compiled.get(name)
  if (!validate) {
    validate = ajv().getSchema(`${name}.schema.json`) as ValidateFunction
    compiled.set(name, validate)
  }
  return validate
}

let shared: Ajv2020 | undefined

function ajv(): Ajv2020 {
  if (!shared) {
    shared = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true })
    for (const name of schemaNames) shared.addSchema(readSchema(name), `${name}.schema.json`)
  }
  return shared
}
