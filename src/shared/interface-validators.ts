import { readFileSync } from 'node:fs'
import { Ajv2020, type CodeOptions, type ValidateFunction } from 'ajv/dist/2020.js'
import { interfaceFormats } from './interface-formats.ts'
import { packageFile } from './package-file.ts'

/** The files that the suite reads and that others may have written. */
export const names = ['recording', 'report', 'merged'] as const
export type InterfaceName = (typeof names)[number]

/** @param code options for code generation; the built package has precompiled validators (build/validators.ts) */
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

/** Allows unknown fields, because newer versions only add fields. */
const openSchema = (name: string): object =>
  JSON.parse(readFileSync(packageFile(`schemas/${name}.schema.json`), 'utf8'), (key, value) =>
    key === 'additionalProperties' && value === false ? undefined : value,
  )
