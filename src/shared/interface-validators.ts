import { readFileSync } from 'node:fs'
import { Ajv2020, type CodeOptions, type ValidateFunction } from 'ajv/dist/2020.js'
import { interfaceFormats } from './interface-formats.ts'
import { packageFile } from './package-file.ts'

/** The files that this suite reads although others may have written them. */
export const names = ['recording', 'report', 'merged'] as const
export type InterfaceName = (typeof names)[number]

/** @param code how validators are written; the built package has them written ahead (build/validators.ts) */
export function ajvWith(code: CodeOptions = {}): Ajv2020 {
  const formats = { ...interfaceFormats }
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false, formats, code })
  for (const name of names) ajv.addSchema(openSchema(name))
  return ajv
}

let ajv: Ajv2020 | undefined

export function validatorOf(name: InterfaceName): ValidateFunction {
  ajv ??= ajvWith()
  return ajv.getSchema(`${name}.schema.json`) as ValidateFunction
}

/** Fields that a schema does not know are let be: versions only ever add some. */
const openSchema = (name: string): object =>
  JSON.parse(readFileSync(packageFile(`schemas/${name}.schema.json`), 'utf8'), (key, value) =>
    key === 'additionalProperties' && value === false ? undefined : value,
  )
