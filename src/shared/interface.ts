import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'

const validators = new Map<string, ValidateFunction>()

/**
 * What keeps a document from being what its schema says, so that whoever reads on can rest on every type. Fields that
 * the schema does not know are let be: versions only ever add some.
 * @returns the place and the problem; undefined when there is none
 */
export function problemWith(name: 'report' | 'recording', document: unknown): string | undefined {
  const validate = validators.get(name) ?? compiled(name)
  validators.set(name, validate)
  if (validate(document)) return undefined
  const [first] = validate.errors ?? []
  return `${first?.instancePath || 'the document'} ${first?.message}`
}

function compiled(name: string): ValidateFunction {
  const ajv = new Ajv2020({
    strict: true,
    allowUnionTypes: true,
    strictRequired: false,
    formats: { 'date-time': (text) => !Number.isNaN(Date.parse(text)), uri: (text) => URL.canParse(text) },
  })
  if (name === 'report') ajv.addSchema(openSchema('recording'))
  return ajv.compile(openSchema(name))
}

const openSchema = (name: string): object =>
  JSON.parse(readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8'), (key, value) =>
    key === 'additionalProperties' && value === false ? undefined : value,
  )
