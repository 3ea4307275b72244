import { readFileSync } from 'node:fs'
import { Ajv2020, type CodeOptions, type ValidateFunction } from 'ajv/dist/2020.js'
import { packageFile } from '../shared/package-file.ts'

/** The schemas of documented bodies, by file name without `.schema.json`. */
export const names = ['address', 'customer', 'error', 'customer-search', 'country'] as const
export type SchemaName = (typeof names)[number]

/** @param code options for code generation; the built package has precompiled validators (build/validators.ts) */
export function ajvWith(code: CodeOptions = {}): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, code })
  for (const name of names) ajv.addSchema(JSON.parse(readFileSync(packageFile(`schemas/${name}.schema.json`), 'utf8')))
  return ajv
}

let ajv: Ajv2020 | undefined

export function validatorOf(name: SchemaName): ValidateFunction {
  ajv ??= ajvWith()
  return ajv.getSchema(`${name}.schema.json`) as ValidateFunction
}
