import { readFileSync } from 'node:fs'
import { Ajv2020, type CodeOptions, type ValidateFunction } from 'ajv/dist/2020.js'
import { packageFile } from '../../shared/package-file.ts'

export const names = ['expected'] as const

/** @param code options for code generation; the built package has a precompiled validator (build/validators.ts) */
export function ajvWith(code: CodeOptions = {}): Ajv2020 {
  const ajv = new Ajv2020({ strict: true, verbose: true, code })
  ajv.addSchema(JSON.parse(readFileSync(packageFile('schemas/expected.schema.json'), 'utf8')))
  return ajv
}

let ajv: Ajv2020 | undefined

export function validatorOf(name: (typeof names)[number]): ValidateFunction {
  ajv ??= ajvWith()
  return ajv.getSchema(`${name}.schema.json`) as ValidateFunction
}
